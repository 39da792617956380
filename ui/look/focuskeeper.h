#pragma once

#include <QObject>
#include <QPointer>

class QAbstractScrollArea;
class QWidget;

/// Keeps the focus of a window in its place. Qt moves it to whatever follows when the control with the focus
/// is hidden or disabled, as at the start of a batch. This object moves it to the main view instead, and back
/// when the control can be used again, unless the user has used the keyboard or the mouse there meanwhile.
/// Lives in the GUI thread.
class FocusKeeper final : public QObject
{
    Q_OBJECT

public:
    /// The window becomes the parent. `view` belongs to it.
    FocusKeeper(QWidget &window, QAbstractScrollArea &view);
    Q_DISABLE_COPY_MOVE(FocusKeeper)

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *focused);
    void watch(QWidget *control);
    void onUsabilityChanged();
    void moveAway();
    [[nodiscard]] bool isUsable() const;

    QWidget &m_window;
    QWidget &m_view;
    QPointer<QWidget> m_control; // has the focus, or had it before the view
    bool m_isAway = false; // the view has the focus of m_control
};
