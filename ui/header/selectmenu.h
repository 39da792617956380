#pragma once

#include <QMenu>

class FlagFilter;
class FlagModel;

/// Ticks many at once. While the filter hides some countries, all entries but the twenty act on the shown
/// ones, and say so.
class SelectMenu final : public QMenu
{
    Q_OBJECT

public:
    /// `filter` shows `model`; both must outlive the menu.
    SelectMenu(FlagModel &model, const FlagFilter &filter, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SelectMenu)

    /// To be called when the filter may hide other countries than before.
    void updateTexts();

private:
    enum class Change {
        Tick,
        Untick,
        Invert,
    };

    void apply(Change change);
    void tickTwenty();

    FlagModel &m_model;
    const FlagFilter &m_filter;
    QAction *m_all;
    QAction *m_none;
    QAction *m_invert;
};
