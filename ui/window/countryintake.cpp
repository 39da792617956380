#include "ui/window/countryintake.h"

#include "app/countries/textfile.h"
#include "ui/grid/countryfinder.h"
#include "ui/grid/flagmodel.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>
#include <QWidget>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace {

/// Empty if none was dropped.
QString localFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.isEmpty() ? QString() : urls.first().toLocalFile();
}

bool isDrag(QEvent::Type type)
{
    return type == QEvent::DragEnter || type == QEvent::DragMove || type == QEvent::Drop;
}

bool canBeRead(const QMimeData &data)
{
    return data.hasText() || !localFile(data).isEmpty();
}

} // namespace

CountryIntake::CountryIntake(FlagModel &model, CountryFinder &finder, QWidget &window)
    : QObject(&window)
    , m_model(model)
    , m_finder(finder)
    , m_window(window)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
    connect(&m_reading, &QFutureWatcherBase::finished, this, &CountryIntake::finish);
}

CountryIntake::~CountryIntake()
{
    m_reading.disconnect(this);
}

void CountryIntake::paste()
{
    take(QGuiApplication::clipboard()->mimeData()); // some platforms have none where nothing was copied
}

void CountryIntake::chooseFile()
{
    auto *dialog = new QFileDialog(&m_window, tr("Tick the countries that a file names"), QString(),
        tr("Text and tables (*.txt *.csv *.tsv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { start(path, {}); });
    dialog->open();
}

bool CountryIntake::eventFilter(QObject *watched, QEvent *event)
{
    if (isDrag(event->type())) {
        auto *drop = static_cast<QDropEvent *>(event);
        if (!canBeRead(*drop->mimeData()))
            return false;
        drop->setDropAction(Qt::CopyAction); // a file stays where it is
        drop->accept();
        if (event->type() == QEvent::Drop)
            take(drop->mimeData());
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void CountryIntake::take(const QMimeData *data)
{
    if (data != nullptr && canBeRead(*data))
        start(localFile(*data), data->text());
    else
        Q_EMIT problem(tr("There is no text to read. Copy names or codes of countries first."));
}

CountryIntake::Reading CountryIntake::read(
    const QString &path, const QString &text, const Catalogue &catalogue, const NameIndex &names)
{
    QString content = text;
    if (!path.isEmpty()) {
        const auto file = readTextFile(path);
        if (const auto *problem = std::get_if<TextFileProblem>(&file))
            return {{}, u"%1: %2"_s.arg(path, problem->text)};
        content = std::get<QString>(file);
    }
    return {
        countriesInText(content, catalogue, names.isEmpty() ? namesInAllLanguages(catalogue) : names), {}};
}

void CountryIntake::start(const QString &path, const QString &text)
{
    m_reading.setFuture(QtConcurrent::run(&m_pool, &CountryIntake::read, path,
        text.first(std::min<qsizetype>(text.size(), longestText)), m_finder.catalogue(),
        m_finder.allNames()));
}

void CountryIntake::finish()
{
    const Reading reading = m_reading.result();
    if (!reading.problem.isEmpty())
        return Q_EMIT problem(reading.problem);
    const CountryText &read = reading.countries;
    if (read.codes.isEmpty())
        return Q_EMIT problem(
            tr("This names no country. Names and codes must be whole, such as Germany, DE or DEU."));
    m_model.setTicked(m_model.codesIn(FlagCategory::Ticked) + read.codes);
    const QString ticked = tr("Ticked %n countries.", nullptr, static_cast<int>(read.codes.size()));
    Q_EMIT told(
        read.unknown.isEmpty() ? ticked : tr("%1 Not understood: %2.").arg(ticked, shortList(read.unknown)));
}
