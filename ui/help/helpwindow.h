#pragma once

#include <QDialog>
#include <QUrl>

class QTextBrowser;

/// A page of text that scrolls. Its owner keeps it, shows it again, and follows its links. Escape closes it.
class HelpWindow final : public QDialog
{
    Q_OBJECT

public:
    HelpWindow(const QString &title, QWidget *parent);
    Q_DISABLE_COPY_MOVE(HelpWindow)

    /// Shows the page from its beginning, in front of other windows.
    void showPage(const QString &html);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void linkActivated(const QUrl &link);

private:
    QTextBrowser *m_page;
};
