#pragma once

#include <QWidget>

class Catalogue;
class QLabel;
class QPushButton;

/// A line below the grid if the search is also the name of a continent, a region or a group: “africa” finds
/// two countries whose names have the word, and 60 countries are in Africa. Offers to show these. Hidden
/// otherwise. Owned by CountryPane.
class GroupSuggestion final : public QWidget
{
    Q_OBJECT

public:
    /// `catalogue` must outlive the line.
    explicit GroupSuggestion(const Catalogue &catalogue, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(GroupSuggestion)

    void setSearch(const QString &search);

Q_SIGNALS:
    /// `query` finds the countries of the group.
    void accepted(const QString &query);

private:
    const Catalogue &m_catalogue;
    QString m_query;
    QLabel *m_text;
    QPushButton *m_show;
};
