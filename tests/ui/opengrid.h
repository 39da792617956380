#pragma once

#include "tests/ui/somecountries.h"
#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/flagsearch.h"

#include <QTest>

#include <memory>

/// A visible grid of 100 countries without a window around it, as a base of tests.
class OpenGrid
{
protected:
    /// Opens a new grid. Returns false if it does not become visible.
    [[nodiscard]] bool open()
    {
        close();
        m_model = std::make_unique<FlagModel>(manyCountries(100));
        m_filter = std::make_unique<FlagFilter>();
        m_filter->setSourceModel(m_model.get());
        m_grid = std::make_unique<FlagGrid>();
        m_grid->setModel(m_filter.get());
        m_grid->resize(800, 500);
        m_grid->show();
        return QTest::qWaitForWindowExposed(m_grid.get());
    }
    void close()
    {
        m_grid.reset();
        m_filter.reset();
        m_model.reset();
    }
    [[nodiscard]] QPoint centre(int row) const
    {
        return m_grid->visualRect(m_filter->index(row, 0)).center();
    }

    std::unique_ptr<FlagModel> m_model;
    std::unique_ptr<FlagFilter> m_filter;
    std::unique_ptr<FlagGrid> m_grid;
};
