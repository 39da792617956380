#include "app/sources/sourcesfile.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// A file with valid and invalid entries.
class tst_SourcesFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validEntriesWorkBesideInvalidOnes();
    void secondEntryWithAnIdIsInvalid();
    void invalidEntriesSurviveAChange();
    void entryIsReplacedInItsPlace();
    void entryIsRemovedById();
    void replacedEntryMayKeepItsId();
    void writtenKeysAreRead();
};

namespace {

SourcesFile fileOf(const QByteArray &json)
{
    return SourcesFile::fromJson(json, u"mine.json"_s).value();
}

QStringList idsIn(const SourcesFile &file)
{
    QStringList ids;
    for (const Source &source : file.sources())
        ids.append(source.id);
    return ids;
}

QJsonObject entry(const QString &id, const QString &image = u"http://h/{cc}.png"_s)
{
    return {{u"id"_s, id}, {u"image"_s, image}};
}

const QByteArray mixed = R"([
    {"id": "one", "image": "http://h/1/{cc}"},
    {"id": "bad", "image": "file:///{cc}", "note": "keep me"},
    7,
    {"id": "two", "image": "http://h/2/{cc}"}])";

} // namespace

void tst_SourcesFile::validEntriesWorkBesideInvalidOnes()
{
    const SourcesFile file = fileOf(mixed);
    QCOMPARE(idsIn(file), (QStringList{u"one"_s, u"two"_s}));
    QCOMPARE(file.problems().size(), 2);
    QVERIFY(file.problems().at(0).startsWith("mine.json, entry 2: "_L1));
    QVERIFY(file.problems().at(1).startsWith("mine.json, entry 3: a source must be an object"_L1));
}

void tst_SourcesFile::secondEntryWithAnIdIsInvalid()
{
    const SourcesFile file
        = fileOf(R"([{"id": "a", "image": "http://h/1/{cc}"}, {"id": "A", "image": "http://h/2/{cc}"}])");
    QCOMPARE(idsIn(file), QStringList{u"a"_s});
    QCOMPARE(file.problems().size(), 1);
    QVERIFY2(file.problems().constFirst().contains("entry 2: the id \"A\" occurs twice"_L1),
        qPrintable(file.problems().constFirst()));
}

void tst_SourcesFile::invalidEntriesSurviveAChange()
{
    SourcesFile file = fileOf(mixed);
    file.put(entry(u"three"_s), {});
    file.remove(u"one"_s);
    const QJsonArray array = QJsonDocument::fromJson(file.toJson()).array();
    QCOMPARE(array.size(), 4);
    QCOMPARE(array.at(0).toObject().value("note"_L1).toString(), u"keep me"_s);
    QCOMPARE(array.at(1).toInt(), 7);
    QCOMPARE(array.at(3).toObject(), entry(u"three"_s));
}

void tst_SourcesFile::entryIsReplacedInItsPlace()
{
    SourcesFile file = fileOf(mixed);
    file.put(entry(u"uno"_s), u"ONE"_s);
    QCOMPARE(idsIn(file), (QStringList{u"uno"_s, u"two"_s}));
    QCOMPARE(file.entryOf(u"UNO"_s), entry(u"uno"_s));
    QVERIFY(file.entryOf(u"one"_s).isEmpty());
}

void tst_SourcesFile::entryIsRemovedById()
{
    SourcesFile file = fileOf(mixed);
    file.remove(u"Two"_s);
    file.remove(u"none such"_s);
    QCOMPARE(idsIn(file), QStringList{u"one"_s});
}

void tst_SourcesFile::replacedEntryMayKeepItsId()
{
    SourcesFile file = fileOf(mixed);
    file.put(entry(u"one"_s, u"https://new/{cc}.svg"_s), u"one"_s);
    QCOMPARE(file.sources().constFirst().imageTemplate, u"https://new/{cc}.svg"_s);
    QCOMPARE(file.problems().size(), 2);
}

void tst_SourcesFile::writtenKeysAreRead()
{
    SourcesFile file;
    file.put(entry(u"a"_s), {});
    const SourcesFile again = fileOf(file.toJson());
    QCOMPARE(again.sources(), file.sources());
    QVERIFY(again.problems().isEmpty());
}

FLAGFETCH_TEST(tst_SourcesFile, None)
#include "tst_sourcesfile.moc"
