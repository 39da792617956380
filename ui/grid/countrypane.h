#pragma once

#include "app/countries/query.h"
#include "ui/grid/flagsearch.h"
#include "ui/grid/pictureloader.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <optional>

class FlagGrid;
class FlagModel;
class GroupSuggestion;
class QLabel;
class QPushButton;

/// Covers an empty view and says why it is empty. Offers to clear the search, to search for the nearest known
/// word if there is one, and to search outside of the view if that would find something.
class EmptySearchNotice final : public QWidget
{
    Q_OBJECT

public:
    /// The notice always has the place of `covered`. `parent` is not the view: the accessible tree has only
    /// the cells of a view.
    EmptySearchNotice(QWidget &covered, QWidget *parent);
    Q_DISABLE_COPY_MOVE(EmptySearchNotice)

    void setSearch(const QString &search, const std::optional<QueryProblem> &problem);
    /// What the search would find outside of the view, and the title of the view.
    void setOutside(const OutsideMatches &outside, const QString &view);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void clearRequested();
    void searchRequested(const QString &name);
    void searchAllRequested();

private:
    void cover();
    void updateText();

    QWidget &m_covered;
    QString m_reason;
    QString m_outside;
    QString m_nearest;
    QLabel *m_text;
    QPushButton *m_search;
    QPushButton *m_searchAll;
};

/// The grid with its search, its filter and the notice for an empty result. Draws the pictures that the model
/// lacks: the visible ones first, the others when no operation runs. Owned by the window.
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
    void setOrder(SortOrder order);
    /// Puts the countries of a continent together, below a heading.
    void setGrouped(bool grouped);
    /// Shows what is in the category now; see FlagFilter.
    void refresh() { m_filter.refresh(); }

    /// While an operation runs, only visible pictures are drawn.
    void setBusy(bool busy);

Q_SIGNALS:
    void clearSearchRequested();
    void searchRequested(const QString &name);
    /// The same search in all countries and regions.
    void searchAllRequested();
    /// The query of a group whose name the user has searched for.
    void groupRequested(const QString &query);
    void orderChanged(SortOrder order);
    void groupedChanged(bool isGrouped);

private:
    void search();
    void showCurrentCell();
    void updateNotice();
    [[nodiscard]] QString continentOf(const QModelIndex &cell) const;
    void followPictures();
    void updatePictureBox();
    void scheduleLoading();
    void loadPictures();

    FlagModel &m_model;
    CountryFinder m_finder;
    FlagFilter m_filter;
    QHash<QString, QString> m_continents; // names by id
    QString m_search;
    PictureLoader m_pictures;
    QTimer m_loading; // collects the changes of one turn of the event loop
    bool m_isBusy = false;
    FlagGrid *m_grid;
    EmptySearchNotice *m_notice;
    GroupSuggestion *m_suggestion;
};
