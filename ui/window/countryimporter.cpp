#include "ui/window/countryimporter.h"

#include "app/language/joining.h"
#include "app/sources/untrustedtext.h"
#include "app/storage/filereading.h"
#include "ui/grid/flagsearch.h"
#include "ui/grid/tickhistory.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

/// The path of the first local file, or an empty text.
QString localFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.isEmpty() ? QString() : urls.first().toLocalFile();
}

bool isDrag(QEvent::Type type)
{
    return type == QEvent::DragEnter || type == QEvent::DragMove || type == QEvent::Drop;
}

/// A picture with its file is a flag that was copied or is dragged, and no list of countries. Spreadsheets
/// offer a picture of their cells, too, but without a file.
bool canBeRead(const QMimeData &data)
{
    const bool isFlag = data.hasImage() && data.hasUrls();
    return !isFlag && (data.hasText() || !localFile(data).isEmpty());
}

} // namespace

CountryImporter::CountryImporter(TickHistory &ticks, CountryFinder &finder, QWidget &window)
    : QObject(&window)
    , m_ticks(ticks)
    , m_finder(finder)
    , m_window(window)
    , m_reading([this](const Reading &reading) { finish(reading); })
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

void CountryImporter::paste()
{
    importFrom(QGuiApplication::clipboard()->mimeData()); // null on some platforms if the clipboard is empty
}

void CountryImporter::chooseFile()
{
    auto *dialog = new QFileDialog(&m_window, tr("Tick the countries in a file"), QString(),
        tr("Text and tables (*.txt *.csv *.tsv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { start(path, {}); });
    dialog->open();
}

bool CountryImporter::eventFilter(QObject *watched, QEvent *event)
{
    if (isDrag(event->type())) {
        auto *drop = static_cast<QDropEvent *>(event);
        // A flag that the user drags out of this window is no list of countries.
        if (drop->source() != nullptr || !canBeRead(*drop->mimeData()))
            return false;
        drop->setDropAction(Qt::CopyAction); // never move the file
        drop->accept();
        if (event->type() == QEvent::Drop)
            importFrom(drop->mimeData());
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void CountryImporter::importFrom(const QMimeData *data)
{
    if (data != nullptr && canBeRead(*data))
        start(localFile(*data), data->text());
    else
        Q_EMIT error(tr("There is no text to read. Copy names or codes of countries first."));
}

CountryImporter::Reading CountryImporter::read(const QString &path, const QString &text,
    const Catalogue &catalogue, const NameIndex &names, std::optional<qsizetype> column,
    const std::stop_token &stop)
{
    QString content = text;
    if (!path.isEmpty()) {
        const auto file = readTextFile(path);
        if (!file)
            return {{}, withLabel(path, file.error().text), {}};
        content = *file;
    }
    const NameIndex index = names.isEmpty() ? namesInAllLanguages(catalogue, stop) : names;
    return {countriesInText(content, catalogue, index, column), {}, content};
}

void CountryImporter::start(const QString &path, const QString &text, std::optional<qsizetype> column)
{
    m_reading.start(m_pool,
        [path, column, text = text.first(std::min<qsizetype>(text.size(), longestText)),
            catalogue = m_finder.catalogue(), names = m_finder.allNames()](
            const std::stop_token &stop) { return read(path, text, catalogue, names, column, stop); });
}

void CountryImporter::finish(const Reading &reading)
{
    if (!reading.problem.isEmpty())
        return Q_EMIT error(reading.problem);
    const CountryText &read = reading.countries;
    if (!read.columns.isEmpty())
        return askForColumn(reading);
    if (read.codes.isEmpty())
        return Q_EMIT error(
            tr("This names no country. Names and codes must be complete, such as Germany, DE or DEU."));
    const auto count = static_cast<int>(read.codes.size());
    const qsizetype added = m_ticks.add(read.codes, tr("tick %n pasted countries", "undo step", count));
    QString text = tr("Ticked %n countries.", nullptr, count);
    if (!read.chosen.isEmpty())
        text = tr("%1 Read %2.").arg(text, columnsText(read.chosen));
    if (const QStringList unknown = read.unknown + read.ignored; !unknown.isEmpty())
        text = tr("%1 Not understood: %2.").arg(text, plainText(shortList(unknown)).simplified());
    Q_EMIT imported(read.codes);
    Q_EMIT notice(added == 0 ? text : joinedSentences({text, tr("Ctrl+Z undoes it.")}));
}

void CountryImporter::askForColumn(const Reading &reading)
{
    QStringList items;
    for (const TableColumn &column : reading.countries.columns)
        items.append(columnText(column));
    auto *dialog = new QInputDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName("columnQuestion"_L1);
    dialog->setWindowTitle(tr("Tick the countries of a table"));
    dialog->setLabelText(tr("Which column has the countries?"));
    dialog->setComboBoxItems(items);
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this, items, text = reading.text, columns = reading.countries.columns](
            const QString &item) { start({}, text, columns.at(items.indexOf(item)).number); });
    dialog->open();
}
