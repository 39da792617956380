#include "app/language/translation.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestTranslation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPluralInTheCodeIsTranslated();
    void otherLanguagesFallBackToEnglish();
    void languageFollowsTheLocale_data();
    void languageFollowsTheLocale();
    void chosenLanguageReplacesTheLocale();
    void everyLanguageHasItsTexts();
    void cleanup();

private:
    const QLocale m_locale;
};

namespace {

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Texts such as "%n flag(s)", which must be translated before they are shown.
QStringList pluralsIn(const QDir &folder)
{
    static const QRegularExpression plural(u"\"([^\"\\n]*%n[^\"\\n]*\\(s\\)[^\"\\n]*)\""_s);
    static const QRegularExpression seam(u"\"\\s*\\n\\s*\""_s); // of a literal on several lines
    QStringList plurals;
    QDirIterator it(folder.path(), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        for (const QRegularExpressionMatch &match : plural.globalMatch(contentOf(it.next()).remove(seam)))
            plurals.append(match.captured(1));
    }
    return plurals;
}

} // namespace

void TestTranslation::everyPluralInTheCodeIsTranslated()
{
    const QDir project(QStringLiteral(FLAGFETCH_SOURCE_DIR));
    const QString translation = contentOf(project.filePath(u"resources/translations/flagfetch_en.ts"_s));
    const QStringList plurals = pluralsIn(project.filePath(u"app"_s)) + pluralsIn(project.filePath(u"ui"_s));
    QVERIFY(plurals.size() >= 2);
    for (const QString &plural : plurals)
        QVERIFY2(
            translation.contains(u"<source>%1</source>"_s.arg(plural.toHtmlEscaped())), qPrintable(plural));
    QVERIFY2(!translation.contains("unfinished"_L1),
        "build the target update_translations and fill in what is new");
}

void TestTranslation::cleanup()
{
    QLocale::setDefault(m_locale);
}

void TestTranslation::languageFollowsTheLocale_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("language");

    QTest::newRow("none") << u"C"_s << u"en"_s;
    QTest::newRow("British") << u"en_GB"_s << u"en"_s;
    QTest::newRow("German") << u"de_DE"_s << u"en"_s;
    QTest::newRow("Chinese") << u"zh"_s << u"zh-CN"_s;
    QTest::newRow("China") << u"zh_CN"_s << u"zh-CN"_s;
    QTest::newRow("Singapore") << u"zh_SG"_s << u"zh-CN"_s;
    QTest::newRow("Hong Kong, simplified") << u"zh_Hans_HK"_s << u"zh-CN"_s;
    QTest::newRow("Taiwan") << u"zh_TW"_s << u"en"_s;
    QTest::newRow("Hong Kong") << u"zh_HK"_s << u"en"_s;
}

void TestTranslation::languageFollowsTheLocale()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, language);

    QLocale::setDefault(QLocale(locale));
    QCOMPARE(interfaceLanguage(), language);
}

void TestTranslation::chosenLanguageReplacesTheLocale()
{
    QLocale::setDefault(QLocale(u"zh_CN"_s));
    setInterfaceLanguage(u"en"_s);
    QCOMPARE(interfaceLanguage(), u"en"_s);
    setInterfaceLanguage(u"zh-CN"_s);
    QCOMPARE(interfaceLanguage(), u"zh-CN"_s);
    for (const QString &unknown : {QString(), u"tlh"_s}) {
        setInterfaceLanguage(unknown);
        QCOMPARE(interfaceLanguage(), u"zh-CN"_s);
    }
}

void TestTranslation::everyLanguageHasItsTexts()
{
    const auto text = [] {
        return QCoreApplication::translate("SummaryText", "%n flag(s) downloaded in %1", nullptr, 2);
    };
    QStringList texts;
    for (const InterfaceLanguage &language : interfaceLanguages()) {
        setInterfaceLanguage(language.tag);
        installTranslation(*QCoreApplication::instance());
        texts.append(text());
    }
    QCOMPARE(texts.first(), u"2 flags downloaded in %1"_s);
    QCOMPARE(texts.removeDuplicates(), 0);
}

void TestTranslation::otherLanguagesFallBackToEnglish()
{
    QLocale::setDefault(QLocale(QLocale::Icelandic));
    installTranslation(*QCoreApplication::instance());
    const auto text = [](int n) {
        return QCoreApplication::translate("SummaryText", "%n flag(s) downloaded in %1", nullptr, n);
    };
    QCOMPARE(text(1), u"1 flag downloaded in %1"_s);
    QCOMPARE(text(2), u"2 flags downloaded in %1"_s);
}

FLAGFETCH_TEST(TestTranslation, Core)
#include "tst_translation.moc"
