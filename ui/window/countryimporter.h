#pragma once

#include "app/countries/countrytext.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

class CountryFinder;
class FlagModel;
class QMimeData;
class QWidget;

/// Ticks what a text names: pasted, dropped on the window, or from a file. Files are read, and texts
/// understood, on a pool of its own; a text that comes before the one before has been read takes its place.
/// Where a table does not say which column has the countries, it asks.
class CountryImporter final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent; the others must outlive it.
    CountryImporter(FlagModel &model, CountryFinder &finder, QWidget &window);
    ~CountryImporter() override;
    Q_DISABLE_COPY_MOVE(CountryImporter)

    void paste();
    void chooseFile();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// How many countries were named, and what was not understood.
    void notice(const QString &text);
    void error(const QString &text);

private:
    struct Reading
    {
        CountryText countries;
        QString problem; // empty if the text could be read
        QString text; // as it was read, to read another column of it
    };

    static Reading read(const QString &path, const QString &text, const Catalogue &catalogue,
        const NameIndex &names, std::optional<qsizetype> column);
    void importFrom(const QMimeData *data);
    void start(const QString &path, const QString &text, std::optional<qsizetype> column = {});
    void finish();
    void askForColumn(const Reading &reading);

    FlagModel &m_model;
    CountryFinder &m_finder;
    QWidget &m_window;
    QThreadPool m_pool;
    QFutureWatcher<Reading> m_reading;
};
