#pragma once

#include <QMenu>

class Catalogue;
class FlagFilter;
class TickHistory;
struct Preset;

/// The menu that ticks many countries at once. While the filter is active, the first three entries affect
/// only the shown countries, and their texts say so. A group of countries replaces the ticks or is added to
/// them: each is in both submenus. The shown countries can replace them, too. Owned by the window.
class SelectMenu final : public QMenu
{
    Q_OBJECT

public:
    /// `filter` shows the model of `ticks`; both must outlive the menu.
    SelectMenu(
        TickHistory &ticks, const FlagFilter &filter, const Catalogue &catalogue, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SelectMenu)

    /// Updates the texts of the first entries. Call it when the filter has changed.
    void updateTexts();

Q_SIGNALS:
    void clipboardRequested();
    void fileRequested();
    void notice(const QString &text);

private:
    enum class Change {
        Tick,
        Untick,
        Invert,
    };

    void addPresets(const Catalogue &catalogue);
    void addSources();
    void addContinents(QMenu &only, QMenu &also, const Catalogue &catalogue);
    void addPreset(QMenu &only, QMenu &also, const Preset &preset, const QString &toolTip = {});
    [[nodiscard]] QStringList shownCodes() const;
    void tickOnlyShown();
    void apply(Change change);
    [[nodiscard]] QString stepText(Change change) const;

    TickHistory &m_ticks;
    const FlagFilter &m_filter;
    QAction *m_all;
    QAction *m_none;
    QAction *m_invert;
    QAction *m_onlyShown; // in the submenu of the groups that replace the ticks
};
