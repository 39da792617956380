#pragma once

#include <QSplitter>

class TimelinePanel;

/// The album and, below it, the timeline. Owned by the window.
class TimelineSplitter final : public QSplitter
{
    Q_OBJECT

public:
    /// Takes ownership of both.
    TimelineSplitter(QWidget *album, TimelinePanel *panel);
    Q_DISABLE_COPY_MOVE(TimelineSplitter)

    [[nodiscard]] TimelinePanel *panel() const { return m_panel; }

    [[nodiscard]] bool isPanelShown() const;
    /// In device-independent pixels; while the panel is hidden, the height that it will have.
    [[nodiscard]] int panelHeight() const { return m_panelHeight; }
    void setPanel(bool isShown, int height);
    static constexpr int usualPanelHeight = 312; ///< device-independent pixels

Q_SIGNALS:
    /// The user has shown, hidden or resized the panel.
    void panelChanged();

private:
    void onToggled(bool isShown);
    void applyHeight();

    TimelinePanel *m_panel;
    int m_panelHeight = usualPanelHeight;
};
