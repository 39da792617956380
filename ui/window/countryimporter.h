#pragma once

#include "app/countries/countrytext.h"
#include "app/tasks/latestjob.h"

#include <QObject>
#include <QThreadPool>

class CountryFinder;
class QMimeData;
class QWidget;
class TickHistory;

/// Ticks the countries that a text names. The text is pasted, dropped on the window, or read from a file.
/// Parsing runs on a private thread pool; a new text replaces one that is still being parsed. Asks for the
/// column of a table if it is ambiguous. Owned by the window.
class CountryImporter final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent. `ticks` and `finder` must outlive the importer.
    CountryImporter(TickHistory &ticks, CountryFinder &finder, QWidget &window);
    ~CountryImporter() override = default;
    Q_DISABLE_COPY_MOVE(CountryImporter)

    void paste();
    void chooseFile();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// These countries are ticked now; some may have been before.
    void imported(const QStringList &codes);
    /// The number of ticked countries, and the words that were not understood.
    void notice(const QString &text);
    void error(const QString &text);

private:
    struct Reading
    {
        CountryText countries;
        QString problem; // empty if the text could be read
        QString text; // the text, to parse another column of it
    };

    static Reading read(const QString &path, const QString &text, const Catalogue &catalogue,
        const NameIndex &names, std::optional<qsizetype> column, const std::stop_token &stop);
    void importFrom(const QMimeData *data);
    void start(const QString &path, const QString &text, std::optional<qsizetype> column = {});
    void finish(const Reading &reading);
    void askForColumn(const Reading &reading);

    TickHistory &m_ticks;
    CountryFinder &m_finder;
    QWidget &m_window;
    QThreadPool m_pool;
    LatestJob<Reading> m_reading;
};
