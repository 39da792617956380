#pragma once

#include <QWidget>

class QLabel;
class QToolButton;
struct ExportPreview;

/// Under the preview: which page it shows and how many flags the result has, with buttons for the other
/// pages. The keys Page Up and Page Down press them. Owned by ExportDialog.
class PageRow final : public QWidget
{
    Q_OBJECT

public:
    explicit PageRow(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(PageRow)

    /// `flags`: of the result; with 0 the row is empty.
    void showPreview(const ExportPreview &preview, int flags);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// Counts from 0.
    void pageChosen(int page);

private:
    int m_page = 0;
    QToolButton *m_previous;
    QLabel *m_text;
    QToolButton *m_next;
};
