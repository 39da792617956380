#include "tests/support/testprogram.h"
#include "tests/ui/somecountries.h"
#include "ui/grid/flagmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QImage redImage(const QSize &size)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::red);
    return image;
}

FlagResult savedResult(const QString &code, const QSize &thumbnail = {40, 30})
{
    FlagResult result;
    result.country.code = code;
    result.state = FlagState::Saved;
    result.sourceTitle = u"Built-in"_s;
    result.path = u"/flags/"_s + code + u".svg"_s;
    result.bytes = 1234;
    result.thumbnail = redImage(thumbnail);
    return result;
}

FolderFlag folderFlag(const QString &code)
{
    FolderFlag flag{.result = savedResult(code), .record = {}};
    flag.result.thumbnail = {};
    flag.record.code = code;
    return flag;
}

FlagResult endedResult(const QString &code, FlagState state, FailureKind kind)
{
    FlagResult result;
    result.country.code = code;
    result.state = state;
    result.failure = {kind, 0, {}};
    return result;
}
} // namespace

class TestFlagModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsOneRowPerCountry();
    void tickEmitsOneChange();
    void setTickedTicksExactlyGivenCodes();
    void newStateEmitsOneChange();
    void resultEmitsOneChangeWithPicture();
    void picturesFitPictureBox();
    void beginBatchClearsOnlyItsCountries();
    void flagsOfFolderAreSaved();
    void flagOnDiskStaysWhileBatchReplacesIt();
    void failedFlagKeepsPictureOnDisk();
    void countsOfDiskIgnoreTheBatch();
    void keptFlagKeepsItsRecord();
    void writtenFileIsDrawnAgain();
    void conditionFollowsDisk();
    void flagsThatLeftTheFolderAreNotSaved();
    void needsPictureOnceForEachFileAndSize();
    void onlyPicturesOfBatchArrive();
    void countsCategories();
    void unknownCodesAreIgnored();
    void toolTipShowsOutcome_data();
    void toolTipShowsOutcome();
    void accessibleTextHasState();
    void serverWaitCountsDown();
    void resultEndsServerWait();

private:
    [[nodiscard]] QVariant data(const QString &code, int role) const;
    [[nodiscard]] FlagState state(const QString &code) const;

    std::unique_ptr<FlagModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestFlagModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<FlagModel>(someCountries());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

QVariant TestFlagModel::data(const QString &code, int role) const
{
    return m_model->match(m_model->index(0), FlagModel::CodeRole, code, 1, Qt::MatchExactly)
        .value(0)
        .data(role);
}

FlagState TestFlagModel::state(const QString &code) const
{
    return data(code, FlagModel::StateRole).value<FlagState>();
}

void TestFlagModel::showsOneRowPerCountry()
{
    QCOMPARE(m_model->rowCount(), 6);
    const QModelIndex brazil = m_model->index(1);
    QCOMPARE(brazil.data().toString(), u"Brazil"_s);
    QCOMPARE(brazil.data(FlagModel::CodeRole).toString(), u"BR"_s);
    QCOMPARE(brazil.data(FlagModel::Iso3Role).toString(), u"BRA"_s);
    QCOMPARE(brazil.data(FlagModel::StateRole).value<FlagState>(), FlagState::NotAsked);
    QVERIFY(!brazil.data(Qt::DecorationRole).isValid());
    QCOMPARE(m_model->rowCount(brazil), 0);
}

void TestFlagModel::tickEmitsOneChange()
{
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const QModelIndex japan = m_model->index(3);
    QVERIFY(m_model->setData(japan, Qt::Checked, Qt::CheckStateRole));
    QVERIFY(m_model->setData(japan, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex(), japan);
    QVERIFY(changes.first().at(2).value<QList<int>>().contains(Qt::CheckStateRole));
    QCOMPARE(m_model->codesIn(FlagCategory::Ticked), QStringList{u"JP"_s});
}

void TestFlagModel::setTickedTicksExactlyGivenCodes()
{
    m_model->setTicked({u"JP"_s, u"BR"_s});
    m_model->setTicked({u"GB"_s, u"AX"_s, u"ZZ"_s});
    QCOMPARE(m_model->codesIn(FlagCategory::Ticked), (QStringList{u"AX"_s, u"GB"_s}));
}

void TestFlagModel::newStateEmitsOneChange()
{
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setState(u"KR"_s, FlagState::Waiting);
    m_model->setState(u"KR"_s, FlagState::Waiting);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(state(u"KR"_s), FlagState::Waiting);
}

void TestFlagModel::resultEmitsOneChangeWithPicture()
{
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setResult(savedResult(u"JP"_s));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex(), m_model->index(3));
    const auto roles = changes.first().at(2).value<QList<int>>();
    QVERIFY(roles.contains(Qt::DecorationRole));
    QVERIFY(roles.contains(FlagModel::StateRole));
    QCOMPARE(state(u"JP"_s), FlagState::Saved);
    QCOMPARE(data(u"JP"_s, Qt::DecorationRole).value<QPixmap>().size(), QSize(40, 30));
    QVERIFY(data(u"JP"_s, FlagModel::ResultRole).value<FlagResult>().thumbnail.isNull());
}

void TestFlagModel::picturesFitPictureBox()
{
    m_model->setPictureBox({40, 30}, 2);
    m_model->setResult(savedResult(u"JP"_s, {80, 30}));
    auto picture = data(u"JP"_s, Qt::DecorationRole).value<QPixmap>();
    QCOMPARE(picture.size(), QSize(40, 15));
    QCOMPARE(picture.devicePixelRatio(), 2.0);

    m_model->setPictureBox({20, 15}, 1);
    picture = data(u"JP"_s, Qt::DecorationRole).value<QPixmap>();
    QCOMPARE(picture.width(), 20);

    QImage sharper(20, 10, QImage::Format_ARGB32_Premultiplied);
    sharper.fill(Qt::blue);
    const auto needed = m_model->neededPicture(3);
    QVERIFY(needed);
    m_model->setPicture(*needed, sharper);
    picture = data(u"JP"_s, Qt::DecorationRole).value<QPixmap>();
    QCOMPARE(picture.size(), QSize(20, 10));
    QCOMPARE(picture.toImage().pixelColor(5, 5), QColor(Qt::blue));
}

void TestFlagModel::beginBatchClearsOnlyItsCountries()
{
    m_model->setResult(savedResult(u"JP"_s));
    m_model->setResult(savedResult(u"BR"_s));
    m_model->beginBatch({u"BR"_s});
    QCOMPARE(state(u"BR"_s), FlagState::NotAsked);
    QVERIFY(data(u"BR"_s, FlagModel::ResultRole).value<FlagResult>().path.isEmpty());
    QCOMPARE(state(u"JP"_s), FlagState::Saved);
}

void TestFlagModel::flagsOfFolderAreSaved()
{
    m_model->setFolderFlags({folderFlag(u"JP"_s), folderFlag(u"ZZ"_s)});
    QCOMPARE(state(u"JP"_s), FlagState::Saved);
    QCOMPARE(m_model->codesIn(FlagCategory::Saved), QStringList{u"JP"_s});
    QVERIFY(data(u"JP"_s, Qt::ToolTipRole).toString().contains(u"JP.svg"_s));
}

void TestFlagModel::flagOnDiskStaysWhileBatchReplacesIt()
{
    m_model->setFolderFlags({folderFlag(u"JP"_s)});
    m_model->setPicture(*m_model->neededPicture(3), redImage({40, 30}));
    m_model->beginBatch({u"JP"_s});
    m_model->setState(u"JP"_s, FlagState::Downloading);
    QVERIFY(data(u"JP"_s, Qt::DecorationRole).isValid());
    m_model->setResult(endedResult(u"JP"_s, FlagState::Cancelled, FailureKind::Cancelled));
    QCOMPARE(state(u"JP"_s), FlagState::Saved);
    QVERIFY(data(u"JP"_s, Qt::DecorationRole).isValid());
    QVERIFY(!data(u"JP"_s, FlagModel::ResultRole).value<FlagResult>().path.isEmpty());
}

void TestFlagModel::failedFlagKeepsPictureOnDisk()
{
    m_model->setFolderFlags({folderFlag(u"JP"_s)});
    m_model->setPicture(*m_model->neededPicture(3), redImage({40, 30}));
    m_model->beginBatch({u"JP"_s});
    m_model->setResult(endedResult(u"JP"_s, FlagState::Failed, FailureKind::Timeout));
    m_model->setFolderFlags({folderFlag(u"JP"_s)});
    QCOMPARE(state(u"JP"_s), FlagState::Failed);
    QVERIFY(data(u"JP"_s, Qt::DecorationRole).isValid());
}

// Regression: flags of the folder were "missing" while they were replaced, and after that had failed.
void TestFlagModel::countsOfDiskIgnoreTheBatch()
{
    m_model->setFolderFlags({folderFlag(u"JP"_s), folderFlag(u"BR"_s)});
    const auto onDisk = [this] {
        const CategoryCounts counts = m_model->counts();
        return std::pair(counts.of(FlagCategory::Saved), counts.of(FlagCategory::Missing));
    };
    QCOMPARE(onDisk(), std::pair(2, 4));
    m_model->beginBatch({u"JP"_s, u"BR"_s, u"KR"_s});
    QCOMPARE(onDisk(), std::pair(2, 4));
    m_model->setState(u"JP"_s, FlagState::Downloading);
    QCOMPARE(onDisk(), std::pair(2, 4));
    m_model->setResult(endedResult(u"JP"_s, FlagState::Failed, FailureKind::Timeout));
    m_model->setResult(endedResult(u"BR"_s, FlagState::NotFound, FailureKind::NotFound));
    m_model->setResult(endedResult(u"KR"_s, FlagState::Failed, FailureKind::Timeout));
    QCOMPARE(onDisk(), std::pair(2, 4));
    QCOMPARE(m_model->codesIn(FlagCategory::Failed), (QStringList{u"JP"_s, u"KR"_s}));
    QVERIFY(
        data(u"JP"_s, Qt::ToolTipRole).toString().endsWith(u"still has the flag that was saved before."_s));
}

// Regression: the details named the source of the batch, which had not given the file.
void TestFlagModel::keptFlagKeepsItsRecord()
{
    FolderFlag known = folderFlag(u"JP"_s);
    known.result.sha256 = "known";
    known.record.licence = u"MIT"_s;
    m_model->setFolderFlags({known});
    FlagResult kept = savedResult(u"JP"_s);
    kept.state = FlagState::Skipped;
    kept.sourceTitle = u"Another source"_s;
    kept.sha256 = "other bytes";
    for (const bool isRead : {false, true}) {
        if (isRead)
            m_model->setFolderFlags({known});
        else
            m_model->setResult(kept);
        const FlagEntry *entry = m_model->entryOf(u"JP"_s);
        QCOMPARE(entry->state, FlagState::Skipped);
        QCOMPARE(entry->saved->sourceTitle, u"Built-in"_s);
        QCOMPARE(entry->saved->sha256, "known");
        QCOMPARE(entry->record.licence, u"MIT"_s);
    }
    kept.country.code = u"KR"_s; // of another program: its source is not known
    m_model->setResult(kept);
    QVERIFY(m_model->entryOf(u"KR"_s)->saved->sourceTitle.isEmpty());
    QCOMPARE(m_model->entryOf(u"KR"_s)->saved->sha256, "other bytes");
}

void TestFlagModel::writtenFileIsDrawnAgain()
{
    m_model->setPictureBox({40, 30}, 1);
    FolderFlag known = folderFlag(u"JP"_s);
    known.result.sha256 = "bytes";
    known.stamp = {.device = 1, .inode = 2, .size = 1234, .changed = 5};
    m_model->setFolderFlags({known});
    m_model->setPicture(*m_model->neededPicture(3), redImage({40, 30}));
    QVERIFY(!m_model->neededPicture(3));

    FlagResult again = savedResult(u"JP"_s);
    again.sha256 = "bytes";
    again.thumbnail = {};
    m_model->setResult(again);
    const auto needed = m_model->neededPicture(3);
    QVERIFY(needed);
    m_model->setPicture(*needed, redImage({40, 30}));
    known.stamp.changed = 9;
    m_model->setFolderFlags({known}); // the stamp of this batch's file
    QVERIFY(!m_model->neededPicture(3));
    known.stamp.changed = 12;
    m_model->setFolderFlags({known}); // another program has written it
    QVERIFY(m_model->neededPicture(3));
}

void TestFlagModel::conditionFollowsDisk()
{
    const auto condition = [this] { return data(u"JP"_s, FlagModel::ConditionRole).value<FileCondition>(); };
    QCOMPARE(condition(), FileCondition::None);
    FolderFlag flag = folderFlag(u"JP"_s);
    flag.condition = FileCondition::Gone;
    flag.faultyFile = u"JP.svg"_s;
    m_model->setFolderFlags({flag});
    QCOMPARE(condition(), FileCondition::Gone);
    QCOMPARE(state(u"JP"_s), FlagState::NotAsked);
    QCOMPARE(m_model->counts().of(FlagCategory::Missing), 6);
    flag.condition = FileCondition::Damaged;
    m_model->setFolderFlags({flag});
    QCOMPARE(condition(), FileCondition::Damaged);
    QCOMPARE(m_model->counts().of(FlagCategory::Damaged), 1);
    QCOMPARE(m_model->counts().of(FlagCategory::Saved), 0);
    m_model->beginBatch({u"JP"_s});
    m_model->setState(u"JP"_s, FlagState::Downloading);
    QCOMPARE(data(u"JP"_s, Qt::AccessibleTextRole).toString(), u"Japan, JP, downloading"_s);
    m_model->setResult(savedResult(u"JP"_s));
    QCOMPARE(condition(), FileCondition::Whole);
    m_model->setPictureBox({80, 60}, 1);
    m_model->setPicture(*m_model->neededPicture(3), {});
    QCOMPARE(condition(), FileCondition::Damaged);
    QVERIFY(data(u"JP"_s, Qt::ToolTipRole).toString().contains(u"Download the flag again."_s));
    // Repair would only save the same bytes again.
    m_model->setPictureBox({40, 30}, 1);
    m_model->setPicture(*m_model->neededPicture(3), {}, true);
    QCOMPARE(condition(), FileCondition::Whole);
    QVERIFY(data(u"JP"_s, Qt::ToolTipRole).toString().contains(u"it cannot be drawn"_s));
    m_model->clearResults();
    QCOMPARE(condition(), FileCondition::None);
}

void TestFlagModel::flagsThatLeftTheFolderAreNotSaved()
{
    m_model->setFolderFlags({folderFlag(u"JP"_s)});
    m_model->setPicture(*m_model->neededPicture(3), redImage({40, 30}));
    m_model->setResult(savedResult(u"BR"_s));
    FlagResult kept = savedResult(u"KR"_s);
    kept.state = FlagState::Skipped; // a file of another program
    m_model->setResult(kept);
    m_model->setFolderFlags({});
    QCOMPARE(state(u"JP"_s), FlagState::NotAsked);
    QVERIFY(!data(u"JP"_s, Qt::DecorationRole).isValid());
    QCOMPARE(state(u"BR"_s), FlagState::NotAsked);
    QCOMPARE(state(u"KR"_s), FlagState::Skipped);
    m_model->setFolderFlags({folderFlag(u"KR"_s)}); // a file of the set
    QCOMPARE(state(u"KR"_s), FlagState::Skipped);
    m_model->setFolderFlags({});
    QCOMPARE(state(u"KR"_s), FlagState::NotAsked);
}

void TestFlagModel::needsPictureOnceForEachFileAndSize()
{
    m_model->setPictureBox({40, 30}, 1);
    QVERIFY(!m_model->neededPicture(3));
    m_model->setFolderFlags({folderFlag(u"JP"_s)});
    const auto first = m_model->neededPicture(3);
    QVERIFY(first);
    QCOMPARE(first->path, u"/flags/JP.svg"_s);
    m_model->setPicture(*first, {}); // it cannot be drawn
    QVERIFY(!m_model->neededPicture(3));

    m_model->setPictureBox({80, 60}, 1);
    const auto larger = m_model->neededPicture(3);
    QVERIFY(larger);
    m_model->setPicture(*first, redImage({40, 30})); // too late
    QVERIFY(!data(u"JP"_s, Qt::DecorationRole).isValid());
    m_model->setPicture(*larger, redImage({80, 60}));
    QVERIFY(data(u"JP"_s, Qt::DecorationRole).isValid());

    FolderFlag other = folderFlag(u"JP"_s);
    other.result.sha256 = "other bytes";
    m_model->setFolderFlags({other});
    QVERIFY(m_model->neededPicture(3));
}

void TestFlagModel::onlyPicturesOfBatchArrive()
{
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const auto arrived
        = [&changes] { return changes.last().at(2).value<QList<int>>().contains(FlagModel::ArrivalRole); };
    m_model->setFolderFlags({folderFlag(u"JP"_s)});
    m_model->setPicture(*m_model->neededPicture(3), redImage({40, 30}));
    QVERIFY(!arrived());
    FlagResult result = savedResult(u"BR"_s);
    result.thumbnail = {};
    result.ended = SteadyTime::clock::now();
    m_model->setResult(result);
    m_model->setPicture(*m_model->neededPicture(1), redImage({40, 30}));
    QVERIFY(arrived());
}

void TestFlagModel::countsCategories()
{
    m_model->setTicked({u"AX"_s, u"BR"_s});
    m_model->setResult(savedResult(u"BR"_s));
    m_model->setResult(endedResult(u"CI"_s, FlagState::Skipped, FailureKind::Internal));
    m_model->setResult(endedResult(u"JP"_s, FlagState::NotFound, FailureKind::NotFound));
    m_model->setResult(endedResult(u"KR"_s, FlagState::Failed, FailureKind::Timeout));
    m_model->setResult(endedResult(u"GB"_s, FlagState::Cancelled, FailureKind::Cancelled));
    const CategoryCounts counts = m_model->counts();
    QCOMPARE(counts.of(FlagCategory::All), 6);
    QCOMPARE(counts.of(FlagCategory::Ticked), 2);
    QCOMPARE(counts.of(FlagCategory::Saved), 2);
    QCOMPARE(counts.of(FlagCategory::NotFound), 1);
    QCOMPARE(counts.of(FlagCategory::Failed), 1);
    QCOMPARE(counts.of(FlagCategory::Cancelled), 1);
    QCOMPARE(m_model->codesIn(FlagCategory::Failed), QStringList{u"KR"_s});
}

void TestFlagModel::unknownCodesAreIgnored()
{
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setState(u"ZZ"_s, FlagState::Failed);
    m_model->beginServerWait(u"ZZ"_s, 5s);
    m_model->setResult(savedResult(u"ZZ"_s));
    m_model->setPicture({u"ZZ"_s, {}, {}, {}, {}}, QImage(4, 3, QImage::Format_RGB32));
    m_model->beginBatch({u"ZZ"_s});
    QCOMPARE(changes.count(), 0);
    QVERIFY(m_model->countries({u"ZZ"_s}).isEmpty());
}

void TestFlagModel::toolTipShowsOutcome_data()
{
    QTest::addColumn<FlagState>("state");
    QTest::addColumn<bool>("nameFromCatalogue");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("not asked") << FlagState::NotAsked << false << QStringList{u"Japan (JP)"_s};
    QTest::newRow("saved") << FlagState::Saved << false
                           << QStringList{u"Japan (JP)"_s, u"JP.svg"_s, u"1.2"_s, u"Built-in"_s};
    QTest::newRow("saved, own name") << FlagState::Saved << true
                                     << QStringList{u"JP.svg"_s, u"has no name"_s};
    QTest::newRow("skipped") << FlagState::Skipped << false << QStringList{u"JP.svg"_s, u"kept"_s};
    QTest::newRow("failed") << FlagState::Failed << false << QStringList{u"Japan"_s, u"\n"_s};
}

void TestFlagModel::toolTipShowsOutcome()
{
    QFETCH(FlagState, state);
    QFETCH(bool, nameFromCatalogue);
    QFETCH(QStringList, expected);
    m_model->beginBatch({u"JP"_s});
    FlagResult result = savedResult(u"JP"_s);
    result.state = state;
    result.failure = {FailureKind::Timeout, 0, {}};
    result.nameFromCatalogue = nameFromCatalogue;
    if (state != FlagState::NotAsked)
        m_model->setResult(result);
    const QString text = data(u"JP"_s, Qt::ToolTipRole).toString();
    for (const QString &part : std::as_const(expected))
        QVERIFY2(text.contains(part), qPrintable(text));
    QCOMPARE(text.contains(u"has no name"_s), nameFromCatalogue);
}

void TestFlagModel::accessibleTextHasState()
{
    m_model->setTicked({u"JP"_s});
    m_model->setState(u"JP"_s, FlagState::Downloading);
    QCOMPARE(data(u"JP"_s, Qt::AccessibleTextRole).toString(), u"Japan, JP, downloading"_s);
    QCOMPARE(data(u"BR"_s, Qt::AccessibleTextRole).toString(), u"Brazil, BR"_s);
}

void TestFlagModel::serverWaitCountsDown()
{
    m_model->setState(u"JP"_s, FlagState::Downloading);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->beginServerWait(u"JP"_s, 2s);
    QCOMPARE(changes.count(), 1);
    QVERIFY(changes.first().at(2).value<QList<int>>().contains(FlagModel::ServerWaitRole));
    QCOMPARE(data(u"JP"_s, FlagModel::ServerWaitRole).toInt(), 2);
    QVERIFY(data(u"JP"_s, Qt::ToolTipRole)
                .toString()
                .endsWith(u"waiting 2 s because the server limits requests"_s));
    QCOMPARE(data(u"BR"_s, FlagModel::ServerWaitRole).toInt(), 0);
    QTRY_COMPARE(changes.count(), 2);
    QCOMPARE(data(u"JP"_s, FlagModel::ServerWaitRole).toInt(), 1);
    QTRY_COMPARE(changes.count(), 3);
    QCOMPARE(data(u"JP"_s, FlagModel::ServerWaitRole).toInt(), 0);
    QCOMPARE(data(u"JP"_s, Qt::AccessibleTextRole).toString(), u"Japan, JP, downloading"_s);
    QVERIFY(m_model->serverWaits().codes().isEmpty());
}

void TestFlagModel::resultEndsServerWait()
{
    m_model->beginServerWait(u"JP"_s, 60s);
    m_model->beginServerWait(u"BR"_s, 60s);
    m_model->setResult(savedResult(u"JP"_s));
    m_model->beginBatch({u"BR"_s});
    QCOMPARE(data(u"JP"_s, FlagModel::ServerWaitRole).toInt(), 0);
    QCOMPARE(data(u"BR"_s, FlagModel::ServerWaitRole).toInt(), 0);
    QVERIFY(m_model->serverWaits().codes().isEmpty());
}

FLAGFETCH_TEST(TestFlagModel, Widgets)
#include "tst_flagmodel.moc"
