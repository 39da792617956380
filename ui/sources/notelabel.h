#pragma once

#include <QWidget>

class QLabel;

/// Shows what happened last: a notice, or an error with an icon. A notice does not replace an error, which
/// stays until the user does something else. Its height is reserved. Owned by SourcesDialog.
class NoteLabel final : public QWidget
{
    Q_OBJECT

public:
    /// Reserves the height of `lines` lines.
    explicit NoteLabel(int lines, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(NoteLabel)

    /// Replaces everything. The text is what follows from the user's action; it may be empty.
    void restart(const QString &text);
    void showNotice(const QString &text);
    void showError(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    QLabel *m_icon;
    QLabel *m_text;
};
