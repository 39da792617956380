#pragma once

#include "app/countries/countrysearch.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

#include <optional>

/// Finds countries for the search field: at first by their own names, and in all languages as soon as their
/// index has been made on a pool of its own.
class CountryFinder final : public QObject
{
    Q_OBJECT

public:
    explicit CountryFinder(Catalogue catalogue, QObject *parent = nullptr);
    ~CountryFinder() override;
    Q_DISABLE_COPY_MOVE(CountryFinder)

    [[nodiscard]] SearchMatches find(const QString &text);
    [[nodiscard]] const Catalogue &catalogue() const { return m_catalogue; }

    /// Begins to make the index, the first time that it is called.
    void learnAllLanguages();
    /// In all languages; empty until they are at hand.
    [[nodiscard]] const NameIndex &allNames() const { return m_allNames; }

Q_SIGNALS:
    /// What was found before may now be found better.
    void improved();

private:
    void takeIndex();

    const Catalogue m_catalogue;
    NameIndex m_allNames;
    std::optional<CountrySearch> m_search; // made when first needed, which the first painting does not
    bool m_isLearning = false; // or has learnt
    QThreadPool m_pool;
    QFutureWatcher<NameIndex> m_index;
};
