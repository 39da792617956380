#pragma once

#include "app/countries/queryproblem.h"
#include "ui/grid/flagsearch.h"
#include "ui/grid/thumbnailrefresh.h"

#include <QWidget>

#include <optional>

class FlagGrid;
class FlagModel;
class QLabel;
class QPushButton;

/// Lies over a view that has nothing to show, says why, and offers to clear the search, or to look for what
/// may have been meant.
class EmptySearchNotice final : public QWidget
{
    Q_OBJECT

public:
    /// Keeps itself as large as `covered`, which becomes its parent.
    explicit EmptySearchNotice(QWidget *covered);
    Q_DISABLE_COPY_MOVE(EmptySearchNotice)

    void setSearch(const QString &search, const std::optional<QueryProblem> &problem);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void clearRequested();
    void searchRequested(const QString &name);

private:
    QString m_nearest;
    QLabel *m_text;
    QPushButton *m_search;
};

/// The grid with what belongs to it: the search, the filter, the notice where nothing matches, and pictures
/// that are drawn again when cells change their size.
class CountryPane final : public QWidget
{
    Q_OBJECT

public:
    /// `model` must outlive the pane.
    CountryPane(FlagModel &model, const Catalogue &catalogue, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CountryPane)

    [[nodiscard]] FlagGrid *grid() const { return m_grid; }
    [[nodiscard]] const FlagFilter &filter() const { return m_filter; }
    [[nodiscard]] CountryFinder &finder() { return m_finder; }

    void setSearch(const QString &text);
    void setCategory(FlagCategory category);

    /// Fits every picture to its cell: roughly at once, sharply as soon as its file has been drawn again.
    void redrawPictures();

Q_SIGNALS:
    void clearSearchRequested();
    void searchRequested(const QString &name);

private:
    void search();
    void updateNotice();

    FlagModel &m_model;
    CountryFinder m_finder;
    FlagFilter m_filter;
    QString m_search;
    ThumbnailRefresh m_thumbnails;
    FlagGrid *m_grid;
    EmptySearchNotice *m_notice;
};
