#pragma once

#include "ui/window/windowstate.h"

#include <QObject>

class MenuBar;
class QAction;
class QModelIndex;
class SelectMenu;
class SessionClient;
class TickHistory;
struct TickChange;

/// What the window does when the user opens a cell of the grid or changes many ticks. Adds the menus Edit and
/// View and the match count of the search. Reports changes of many ticks, because most of them are outside of
/// the visible part of the grid. Lives in the GUI thread.
class GridActions final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent. Everything must outlive this object.
    GridActions(const WindowParts &parts, TickHistory &ticks, const SessionClient &session, QWidget &window);
    Q_DISABLE_COPY_MOVE(GridActions)

    void addMenus(MenuBar &menuBar, SelectMenu *select, QAction *lab);

    /// Shows a list that the program has read: changes to the category Ticked if the view hides one of the
    /// countries, and scrolls to the first if none is visible.
    void showImported(const QStringList &codes);

Q_SIGNALS:
    /// A flag that the folder has was opened.
    void detailsRequested(const QModelIndex &cell);
    /// A flag that the folder does not have was opened.
    void downloadRequested(const QString &code);
    /// For people.
    void notice(const QString &text);

private:
    void open(const QModelIndex &cell);
    void report(const TickChange &change);
    [[nodiscard]] QModelIndexList cellsOf(const QStringList &codes) const;

    const WindowParts m_parts;
    TickHistory &m_ticks;
    const SessionClient &m_session;
};
