#include "ui/help/helpwindow.h"

#include "ui/look/cellmetrics.h"

#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

HelpWindow::HelpWindow(const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_page(new QTextBrowser)
{
    constexpr QSize comfortable(560, 600); // device-independent pixels; about 80 characters in a line
    setWindowTitle(title);
    resize(comfortable);
    m_page->setAccessibleName(title);
    m_page->setOpenLinks(false);
    connect(m_page, &QTextBrowser::anchorClicked, this, &HelpWindow::linkActivated);
    // The cursor moves with the arrow keys, so that a screen reader can read line by line.
    m_page->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    m_page->document()->setDocumentMargin(2 * CellMetrics::unit);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_page);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void HelpWindow::showPage(const QString &html)
{
    m_page->setHtml(html);
    m_page->setFocus();
    show();
    raise();
    activateWindow();
}

QString HelpWindow::text() const
{
    return m_page->toPlainText();
}
