#pragma once

#include <QMenu>

class Catalogue;
class FlagFilter;
class FlagModel;
struct Preset;

/// Ticks many at once. While the filter hides some countries, the first entries act on the shown ones, and
/// say so.
class SelectMenu final : public QMenu
{
    Q_OBJECT

public:
    /// `filter` shows `model`; both must outlive the menu.
    SelectMenu(
        FlagModel &model, const FlagFilter &filter, const Catalogue &catalogue, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SelectMenu)

    /// To be called when the filter may hide other countries than before.
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
