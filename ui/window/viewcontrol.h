#pragma once

#include "ui/grid/flagcategory.h"
#include "ui/window/windowstate.h"

#include <QObject>

class DownloadCommands;
class FooterBar;

/// Which countries the grid shows. A batch shows its own countries; the message line says that not everything
/// is shown, until the user chooses a view. A search can leave the chosen view. Owned by the window, in the
/// GUI thread.
class ViewControl final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent. Everything must outlive this object.
    ViewControl(
        const WindowParts &parts, const DownloadCommands &commands, FooterBar &footer, QWidget &window);
    Q_DISABLE_COPY_MOVE(ViewControl)

private:
    void showBatch(FlagCategory category);
    void onChosen();
    void showAll();
    void showGroup(const QString &query);

    const WindowParts m_parts;
    FooterBar &m_footer;
    bool m_isOfBatch = false; // a batch has chosen the view
    bool m_isChoosing = false;
};
