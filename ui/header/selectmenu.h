#pragma once

#include <QMenu>

class Catalogue;
class FlagFilter;
class FlagModel;
struct Preset;

/// The menu that ticks many countries at once. While the filter is active, the first three entries affect
/// only the shown countries, and their texts say so. Owned by the window.
class SelectMenu final : public QMenu
{
    Q_OBJECT

public:
    /// `filter` shows `model`; both must outlive the menu.
    SelectMenu(
        FlagModel &model, const FlagFilter &filter, const Catalogue &catalogue, QWidget *parent = nullptr);
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
    void addPreset(QMenu &menu, const Preset &preset);
    void apply(Change change);

    FlagModel &m_model;
    const FlagFilter &m_filter;
    QAction *m_all;
    QAction *m_none;
    QAction *m_invert;
};
