#include "ui/grid/countryfinder.h"

#include "app/failures/taskresult.h"
#include "ui/grid/searchstates.h"

#include <QtConcurrentRun>

#include <utility>

CountryFinder::CountryFinder(Catalogue catalogue, QObject *parent)
    : QObject(parent)
    , m_catalogue(std::move(catalogue))
{
    connect(&m_index, &QFutureWatcherBase::finished, this, &CountryFinder::takeIndex);
}

CountryFinder::~CountryFinder()
{
    m_index.disconnect(this);
}

SearchMatches CountryFinder::find(const QString &text)
{
    if (!m_search)
        m_search.emplace(m_catalogue, ownNames(m_catalogue), searchStates());
    return m_search->find(text);
}

void CountryFinder::learnAllLanguages()
{
    if (!std::exchange(m_isLearning, true))
        m_index.setFuture(QtConcurrent::run(&m_pool, namesInAllLanguages, m_catalogue));
}

void CountryFinder::takeIndex()
{
    m_allNames = resultOf(m_index);
    m_search.emplace(m_catalogue, m_allNames, searchStates());
    Q_EMIT improved();
}
