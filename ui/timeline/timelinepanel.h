#pragma once

#include "ui/timeline/runhistory.h"

#include <QWidget>

class Catalogue;
class QAction;
class TimelinePage;

/// The panel with the timeline of requests. It is empty until it is first painted, so that it does not delay
/// the start, and only keeps what has happened while it is hidden. Escape leaves it. Lives in the GUI thread.
class TimelinePanel final : public QWidget
{
    Q_OBJECT

public:
    /// `catalogue`, which has the names of the countries, must outlive the panel.
    explicit TimelinePanel(const Catalogue &catalogue, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TimelinePanel)

    /// Shows and hides the panel.
    [[nodiscard]] QAction *toggle() const { return m_toggle; }
    /// Takes in what has changed in the latest run, and shows it. `titles` has those of sources by id.
    void update(const RequestChanges &changes, const QHash<QString, QString> &titles);
    using QWidget::update;

    [[nodiscard]] const RunHistory &history() const { return m_history; }

    /// Null until the panel is first painted.
    [[nodiscard]] TimelinePage *page() const { return m_page; }

Q_SIGNALS:
    void countryActivated(const QString &code);
    /// The panel has become visible, and needs what has happened meanwhile.
    void shown();
    /// The focus should go back to the grid.
    void left();
    // Texts for people.
    void notice(const QString &text);
    void error(const QString &text);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void createPage();
    void placeInTabOrder();
    void onToggled(bool isShown);

    const Catalogue &m_catalogue;
    RunHistory m_history;
    QAction *m_toggle;
    TimelinePage *m_page = nullptr;
    bool m_isCreating = false;
    bool m_isRunNew = false; // the page does not show it yet
    bool m_hasEnded = false; // the same for the end of the run
};
