#include "ui/sources/unsavedquestion.h"

#include "app/language/joining.h"

UnsavedQuestion::UnsavedQuestion(const QStringList &titles, QWidget *parent)
    : QMessageBox(Question, tr("Sources"), tr("Save before closing? Not saved: %1.").arg(joinedItems(titles)),
        Save | Discard | Cancel, parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setTextFormat(Qt::PlainText);
    setDefaultButton(Save);
    setEscapeButton(Cancel);
    connect(this, &QMessageBox::finished, this, [this](int answer) {
        if (answer == Save)
            Q_EMIT saveChosen();
        else if (answer == Discard)
            Q_EMIT discardChosen();
    });
}
