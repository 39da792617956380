#include "app/countries/countrysearch.h"
#include "app/countries/countrytext.h"
#include "app/countries/namewords.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

/// Tests names as ISO, the UN, the World Bank and others write them, and translations. As an argument and as
/// a line of a list, each must give its country or nothing. FLAGFETCH_NAMES is the table of this test,
/// FLAGFETCH_ISO_NAMES is generated from the installed iso-codes.
class TestNameTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasEnoughRows();
    void listsAcceptNames_data();
    void listsAcceptNames();
    void argumentsAcceptNames_data();
    void argumentsAcceptNames();
    void translationsNameTheirCountryOrNone();
    void translationsNameNoOtherCountryWithOwnNamesOnly();
    void otherPlacesAreNotCountries_data();
    void otherPlacesAreNotCountries();
    void wordsOfDifferentNamesAreNotAName();

private:
    struct Row
    {
        QString kind; // a list's id, or a language
        QString code;
        QString name;
    };

    static QList<Row> rowsOf(const char *fileName, qsizetype nameColumn);
    void addRows(bool others) const;
    [[nodiscard]] QString inList(const QString &name) const;
    [[nodiscard]] QString asArgument(const QString &name) const;

    const Catalogue m_catalogue;
    const NameIndex m_names = namesInAllLanguages(m_catalogue);
    const CountrySearch m_search{m_catalogue, m_names};
    QList<Row> m_forms; // that must be understood
    QList<Row> m_translations;
    QList<Row> m_others; // that are no countries
};

QList<TestNameTable::Row> TestNameTable::rowsOf(const char *fileName, qsizetype nameColumn)
{
    QFile file(QString::fromUtf8(fileName));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Row> rows;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList cells = line.split(u'\t');
        rows.append({cells.value(0), cells.value(1), cells.value(nameColumn)});
    }
    return rows;
}

void TestNameTable::initTestCase()
{
    const QList<Row> own = rowsOf(FLAGFETCH_NAMES, 2);
    for (const Row &row : own)
        (row.kind == "none"_L1 ? m_others : m_forms).append(row);
    const QList<Row> iso = rowsOf(FLAGFETCH_ISO_NAMES, 3);
    for (const Row &row : iso)
        (row.kind == "en"_L1 ? m_forms : m_translations).append(row);
}

void TestNameTable::hasEnoughRows()
{
    const auto count = [this](const QString &kind) {
        return std::count_if(
            m_forms.cbegin(), m_forms.cend(), [&kind](const Row &row) { return row.kind == kind; });
    };
    QVERIFY(count(u"en"_s) >= 249 + 173); // names and official names
    QVERIFY(count(u"un"_s) >= 193);
    QVERIFY(count(u"world-bank"_s) >= 215);
    QVERIFY(m_forms.size() + m_translations.size() >= 1200);
    QSet<QString> languages;
    for (const Row &row : std::as_const(m_translations))
        languages.insert(row.kind);
    if (languages.isEmpty())
        QSKIP("the translations of iso-codes are not installed");
    QVERIFY(languages.size() >= 10);
}

QString TestNameTable::inList(const QString &name) const
{
    return countriesInText(name + u'\n', m_catalogue, m_names).codes.join(u' ');
}

QString TestNameTable::asArgument(const QString &name) const
{
    const auto named = m_search.codesNamedBy(m_search.queryOf({name}));
    return named ? named->codes.join(u' ') : QString();
}

void TestNameTable::addRows(bool others) const
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    const QList<Row> &rows = others ? m_others : m_forms;
    for (const Row &row : rows)
        QTest::addRow("%s: %s", qPrintable(row.kind), qPrintable(row.name))
            << row.name << (others ? QString() : row.code);
}

void TestNameTable::listsAcceptNames_data()
{
    addRows(false);
}

void TestNameTable::listsAcceptNames()
{
    QFETCH(const QString, name);
    QTEST(inList(name), "code");
}

void TestNameTable::argumentsAcceptNames_data()
{
    addRows(false);
}

void TestNameTable::argumentsAcceptNames()
{
    QFETCH(const QString, name);
    QTEST(asArgument(name), "code");
}

void TestNameTable::translationsNameTheirCountryOrNone()
{
    QStringList refused;
    for (const Row &row : std::as_const(m_translations)) {
        for (const QString &codes : {inList(row.name), asArgument(row.name)}) {
            if (codes.isEmpty())
                refused.append(row.kind + u' ' + row.code + u' ' + row.name);
            else
                QVERIFY2(codes == row.code,
                    qPrintable(row.kind + u' ' + row.code + u' ' + row.name + u": "_s + codes));
        }
    }
    refused.removeDuplicates();
    QVERIFY2(100 * refused.size() <= m_translations.size(), qPrintable(refused.join(u'\n')));
}

// The full index contains these translations. An index of own names tests how the rules handle unknown texts.
void TestNameTable::translationsNameNoOtherCountryWithOwnNamesOnly()
{
    const NameIndex own = ownNames(m_catalogue);
    for (const Row &row : std::as_const(m_translations)) {
        const QString codes = countriesInText(row.name, m_catalogue, own).codes.join(u' ');
        QVERIFY2(codes.isEmpty() || codes == row.code,
            qPrintable(row.kind + u' ' + row.code + u' ' + row.name + u": "_s + codes));
    }
}

void TestNameTable::otherPlacesAreNotCountries_data()
{
    addRows(true);
}

void TestNameTable::otherPlacesAreNotCountries()
{
    QFETCH(const QString, name);
    QTEST(inList(name), "code");
    QTEST(asArgument(name), "code");
}

/// Combines words of two names. If the combination names a country, it must be one of its names without
/// articles and forms of state, or a list of two names.
void TestNameTable::wordsOfDifferentNamesAreNotAName()
{
    QStringList words;
    QHash<QString, QSet<QString>> codesOfKey;
    m_names.forEachName([&](const QString &name, const QString &code, bool own) {
        const QStringList all = canonicalWords(name);
        codesOfKey[orderlessKey(all)].insert(code);
        codesOfKey[orderlessKey(withoutForms(all))].insert(code);
        if (own)
            words += name.split(u' ');
    });
    QRandomGenerator random(20);
    for (int i = 0; i < 10'000; ++i) {
        const QString &one = words.at(random.bounded(words.size()));
        const QString &other = words.at(random.bounded(words.size()));
        if (one.size() < 4 || other.size() < 4)
            continue; // codes
        const QString text = one + u' ' + other;
        const QString codes = inList(text);
        if (codes.isEmpty())
            continue;
        const QStringList all = canonicalWords(text);
        QSet<QString> known = codesOfKey.value(orderlessKey(all));
        known.unite(codesOfKey.value(orderlessKey(withoutForms(all))));
        if (!inList(one).isEmpty() && !inList(other).isEmpty())
            known.unite({inList(one), inList(other)});
        if (const auto part = m_catalogue.find(codes); part && part->parent == inList(other))
            continue; // "georgia america"
        for (const QString &code : codes.split(u' '))
            QVERIFY2(known.contains(code), qPrintable(text + u": "_s + codes));
    }
}

FLAGFETCH_TEST(TestNameTable, Core)

#include "tst_nametable.moc"
