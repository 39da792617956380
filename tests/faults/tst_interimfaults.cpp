#include "app/failures/failure.h"
#include "tests/faults/faultbatch.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/program.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Interim responses (1xx) before the final one, on kept-alive connections. Qt takes each of them except 100
/// for the final response, so the real one would reach the next country.
class tst_InterimFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row84Download_data() { addRows(); }
    void row84Download();
    void row84Update_data() { addRows(); }
    void row84Update();

private:
    static void addRows();
};

namespace {

const QStringList interimCodes{u"AR"_s, u"BR"_s, u"CN"_s, u"DE"_s, u"EG"_s, u"ES"_s, u"FR"_s, u"IN"_s,
    u"IT"_s, u"JP"_s, u"KE"_s, u"MX"_s, u"NG"_s, u"PK"_s, u"TR"_s, u"US"_s, u"VN"_s, u"ZA"_s};

Script withInterim(int status, std::chrono::milliseconds gap, const QByteArray &final)
{
    return Script().send(answerHead(status, {"Link: </a.css>; rel=preload"})).wait(gap).send(final);
}

QByteArray answerWith(const QByteArray &picture, const QByteArray &tag)
{
    return answerHead(200, {lengthLine(picture.size()), "ETag: " + tag}) + picture;
}

/// "/de.gif"
QString codeInPath(const QByteArray &path)
{
    return QString::fromLatin1(path.mid(1, 2)).toUpper();
}

QByteArray pictureOfGeneration(const QString &code, int generation)
{
    return gifPicture({12, 9}, code[0].unicode() * 26 + code[1].unicode() + 1000 * generation);
}

QByteArray tagOf(const QString &code, int generation)
{
    return '"' + code.toLatin1() + QByteArray::number(generation) + '"';
}

} // namespace

void tst_InterimFaults::addRows()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("forAll");
    QTest::addColumn<int>("limit");
    for (const int status : {102, 103, 110}) {
        for (const bool forAll : {false, true}) {
            for (const int limit : {1, 5, 30, 100}) {
                QTest::addRow("row 84 status %d for %s, limit %d", status, forAll ? "all" : "one", limit)
                    << status << forAll << limit;
            }
        }
    }
}

void tst_InterimFaults::row84Download()
{
    QFETCH(int, status);
    QFETCH(bool, forAll);
    QFETCH(int, limit);
    constexpr int countries = 60;
    FaultPlan plan{.faulty = [status](const ScriptedRequest &request) {
        const QByteArray picture = FaultBatch::pictureFor(request.path);
        return withInterim(status, std::chrono::milliseconds(request.path[2] % 6),
            answerHead(200, {lengthLine(picture.size())}) + picture);
    }};
    plan.countries = countries;
    plan.faultyCountries = forAll ? countries : 1;
    FaultBatch batch(plan);
    batch.transfer.limit = limit;

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    for (const FlagResult &result : batch.results()) {
        if (result.state == FlagState::Saved)
            continue;
        QCOMPARE(result.failure.kind, FailureKind::InterimAnswer);
        const QString text = failureText(result.failure, result.country.displayName);
        QVERIFY2(text.contains(u"interim responses (%1)"_s.arg(status)), qPrintable(text));
        QVERIFY2(batch.server().hits('/' + result.country.code.toLower().toLatin1() + '/'
                     + result.country.code.toLower().toLatin1() + ".gif")
                <= 2,
            "tried again");
    }
}

// Half of the flags have changed. Each file has either its old or its new picture.
void tst_InterimFaults::row84Update()
{
    QFETCH(int, status);
    QFETCH(bool, forAll);
    QFETCH(int, limit);
    std::atomic<bool> isFaulty = false;
    const auto generationNow = [&isFaulty](const QString &code) {
        return isFaulty && interimCodes.indexOf(code) % 2 == 0 ? 2 : 1;
    };
    ScriptedServer server([&, status, forAll](const ScriptedRequest &request) {
        const QString code = codeInPath(request.path);
        const int generation = generationNow(code);
        const QByteArray tag = tagOf(code, generation);
        const bool isKnown = request.headers.value("if-none-match") == tag;
        const QByteArray final = isKnown ? answerHead(304, {"ETag: " + tag})
                                         : answerWith(pictureOfGeneration(code, generation), tag);
        return isFaulty && (forAll || code == "DE"_L1)
            ? withInterim(status, std::chrono::milliseconds(interimCodes.indexOf(code) % 5), final)
            : Script().send(final);
    });
    const QTemporaryDir folder;
    const QStringList common{u"--json"_s, u"-m"_s, QString::number(limit)};
    const EndedRun first
        = run(QStringList{u"--headless"_s, u"-o"_s, u"set"_s, u"-s"_s, server.address(u"/{cc}.gif"_s)}
                + common + interimCodes,
            folder.path());
    QVERIFY2(first.status == 0, qPrintable(first.everything()));

    isFaulty = true;
    const EndedRun second = run(QStringList{u"--update"_s, u"set"_s} + common, folder.path());

    QCOMPARE(second.outputLines().size(), interimCodes.size());
    for (const QString &line : second.outputLines()) {
        const QJsonObject json = QJsonDocument::fromJson(line.toUtf8()).object();
        const QString code = json["code"_L1].toString();
        const bool isFailed = json["status"_L1] == "failed"_L1;
        if (isFailed) {
            QVERIFY2(forAll || code == "DE"_L1, qPrintable(line));
            QCOMPARE(json["kind"_L1].toString(), u"interim_answer"_s);
        }
        const QStringList files = QDir(folder.filePath(u"set"_s)).entryList({code + u"-*.gif"_s});
        QCOMPARE(files.size(), 1);
        QCOMPARE(readFile(folder.filePath(u"set/"_s + files.first())),
            pictureOfGeneration(code, isFailed ? 1 : generationNow(code)));
    }
}

FLAGFETCH_TEST(tst_InterimFaults, Core)
#include "tst_interimfaults.moc"
