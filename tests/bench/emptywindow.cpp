// The window that the first paint of the program is compared with.

#include <QApplication>
#include <QLabel>
#include <QMainWindow>

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("Flags")));
    window.resize(1120, 760); // as large as the program's window
    window.show();
    return QApplication::exec();
}
