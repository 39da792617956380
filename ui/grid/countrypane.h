#pragma once

#include "ui/grid/flagfilter.h"
#include "ui/grid/thumbnailrefresh.h"

#include <QWidget>

class EmptySearchNotice;
class FlagGrid;
class FlagModel;

/// The grid with what belongs to it: the filter, the notice where nothing matches, and pictures that are
/// drawn again when cells change their size.
class CountryPane final : public QWidget
{
    Q_OBJECT

public:
    /// `model` must outlive the pane.
    explicit CountryPane(FlagModel &model, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CountryPane)

    [[nodiscard]] FlagGrid *grid() const { return m_grid; }
    [[nodiscard]] const FlagFilter &filter() const { return m_filter; }

    void setSearch(const QString &text);
    void setCategory(FlagCategory category);

    /// Fits every picture to its cell: roughly at once, sharply as soon as its file has been drawn again.
    void redrawPictures();

Q_SIGNALS:
    void clearSearchRequested();

private:
    void updateNotice();

    FlagModel &m_model;
    FlagFilter m_filter;
    ThumbnailRefresh m_thumbnails;
    FlagGrid *m_grid;
    EmptySearchNotice *m_notice;
};
