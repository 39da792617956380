// Downloads COUNT flags under artificial codes, to measure how the cost grows. The program itself requests at
// most 676 codes. Usage: bench_many COUNT BASE FOLDER CODE...

#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/session/downloadsession.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 5) {
        QTextStream(stderr) << "usage: bench_many COUNT BASE FOLDER CODE...\n";
        return 2;
    }
    const QStringList codes = arguments.sliced(4);

    Download download;
    for (int number = 0; number < arguments.at(1).toInt(); ++number) {
        // A set accepts only codes of countries and of their parts, such as GB-ENG.
        const QString code
            = codes.at(number % codes.size()).toUpper() + u'-' + QString::number(number / codes.size());
        download.countries.append({.code = code, .iso3 = {}, .name = {}, .displayName = code});
    }
    Source source;
    source.id = u"peer"_s;
    source.imageTemplate = arguments.at(2) + u"/{cc}/{cc}.gif"_s;
    source.metadataTemplate = arguments.at(2) + u"/{cc}/metadata.json"_s;
    source.limit = 30;
    download.sources = {source};
    download.save.folder = arguments.at(3);

    const Catalogue catalogue;
    BuiltinServers servers({});
    DownloadSession session(catalogue, servers);
    QObject::connect(&session, &DownloadSession::finished, &application, [](const SessionReport &report) {
        QCoreApplication::exit(report.progress.saved == report.progress.total ? 0 : 1);
    });
    session.start(download, {});
    return QCoreApplication::exec();
}
