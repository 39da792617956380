#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/program.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Texts of the real program follow the locale; its data does not.
class TestLanguages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void messagesNameCountriesInTheLanguage_data();
    void messagesNameCountriesInTheLanguage();
    void firstLanguageOfTheListIsTaken_data();
    void firstLanguageOfTheListIsTaken();
    void listFollowsTheLocaleAndDataDoesNot();
    void setDoesNotDependOnTheLocale();

private:
    /// `languages` is the value of LANGUAGE.
    [[nodiscard]] EndedRun runIn(
        const QString &locale, const QStringList &arguments, const QString &languages = {}) const;
    [[nodiscard]] QMap<QString, QByteArray> filesSavedIn(const QString &locale) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLanguages::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

EndedRun TestLanguages::runIn(
    const QString &locale, const QStringList &arguments, const QString &languages) const
{
    const auto process = program(arguments, m_folder->path());
    QProcessEnvironment environment = process->processEnvironment();
    environment.insert(u"LC_ALL"_s, locale);
    environment.insert(u"LANGUAGE"_s, languages);
    process->setProcessEnvironment(environment);
    process->start();
    return endOf(*process);
}

QMap<QString, QByteArray> TestLanguages::filesSavedIn(const QString &locale) const
{
    static const QRegularExpression time(u"\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z"_s);
    const QString folder = m_folder->filePath(locale);
    if (runIn(locale, {u"--headless"_s, u"-o"_s, folder, u"--png"_s, u"32"_s, u"CI"_s, u"中国"_s}).status
        != 0)
        return {};
    QMap<QString, QByteArray> files;
    for (const QString &name : filesIn(folder) + QStringList{u"flags.json"_s, u"ATTRIBUTION.md"_s}) {
        QByteArray bytes = readFile(folder + u'/' + name);
        if (!name.endsWith(".png"_L1))
            bytes = QString::fromUtf8(bytes).replace(time, u"TIME"_s).toUtf8();
        files.insert(name, bytes);
    }
    return files;
}

void TestLanguages::messagesNameCountriesInTheLanguage_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("germany");

    QTest::newRow("English") << u"en_US.UTF-8"_s << u"Germany"_s;
    QTest::newRow("another language") << u"de_DE.UTF-8"_s << u"Germany"_s;
    QTest::newRow("Chinese") << u"zh_CN.UTF-8"_s << u"德国"_s;
    QTest::newRow("Chinese of Singapore") << u"zh_SG.UTF-8"_s << u"德国"_s;
    QTest::newRow("traditional Chinese") << u"zh_TW.UTF-8"_s << u"Germany"_s;
}

void TestLanguages::messagesNameCountriesInTheLanguage()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, germany);

    const QStringList failing{
        u"--headless"_s, u"-s"_s, u"ERROR"_s, u"--error-rate"_s, u"1"_s, u"-o"_s, m_folder->path(), u"DE"_s};
    const EndedRun ended = runIn(locale, failing);
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.output.contains(germany), qPrintable(ended.output));

    const EndedRun asJson = runIn(locale, failing + QStringList{u"--json"_s});
    const QJsonObject object = QJsonDocument::fromJson(asJson.output.toUtf8()).object();
    QCOMPARE(object.value("country"_L1).toString(), u"Germany"_s);
    QCOMPARE(object.value("kind"_L1).toString(), u"server_error"_s);
}

void TestLanguages::firstLanguageOfTheListIsTaken_data()
{
    QTest::addColumn<QString>("languages");
    QTest::addColumn<QString>("germany");

    QTest::newRow("Chinese before English") << u"de:zh_CN:en"_s << u"德国"_s;
    QTest::newRow("English before Chinese") << u"de:en:zh_CN"_s << u"Germany"_s;
    QTest::newRow("traditional before simplified") << u"zh_TW:zh_CN"_s << u"德国"_s;
}

void TestLanguages::firstLanguageOfTheListIsTaken()
{
    QFETCH(const QString, languages);
    QFETCH(const QString, germany);

    const QString list = runIn(u"de_DE.UTF-8"_s, {u"--list-countries"_s}, languages).output;
    QVERIFY(list.contains(u"  🇩🇪  "_s + germany));
}

void TestLanguages::listFollowsTheLocaleAndDataDoesNot()
{
    const QString chinese = u"zh_CN.UTF-8"_s;
    QVERIFY(runIn(chinese, {u"--list-countries"_s}).output.contains(u"德国"_s));
    QVERIFY(!runIn(chinese, {u"--list-countries"_s, u"--language"_s, u"en"_s}).output.contains(u"德国"_s));
    const QString data = runIn(chinese, {u"--list-countries"_s, u"--json"_s}).output;
    QVERIFY(data.contains(u"\"name\": \"Germany\""_s));
    QCOMPARE(data, runIn(u"en_US.UTF-8"_s, {u"--list-countries"_s, u"--json"_s}).output);
}

void TestLanguages::setDoesNotDependOnTheLocale()
{
    const auto english = filesSavedIn(u"en_US.UTF-8"_s);
    QVERIFY(english.contains(u"CN-China.svg"_s));
    QCOMPARE(filesSavedIn(u"zh_CN.UTF-8"_s), english);
}

FLAGFETCH_TEST(TestLanguages, Core)
#include "tst_languages.moc"
