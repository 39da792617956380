#include "app/countries/namewords.h"

#include "app/countries/foldedtext.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Words = QSet<QString>;

const Words &articles()
{
    static const Words words{u"the"_s, u"of"_s, u"and"_s};
    return words;
}

const Words &forms()
{
    static const Words words{u"republic"_s, u"kingdom"_s, u"state"_s, u"commonwealth"_s, u"principality"_s,
        u"sultanate"_s, u"emirate"_s, u"duchy"_s};
    return words;
}

const Words &governments()
{
    static const Words words{u"democratic"_s, u"peoples"_s, u"socialist"_s, u"islamic"_s, u"arab"_s, u"fed"_s,
        u"plurinational"_s, u"bolivarian"_s, u"independent"_s, u"grand"_s, u"union"_s, u"cooperative"_s,
        u"special"_s, u"administrative"_s, u"region"_s, u"sar"_s, u"province"_s, u"states"_s, u"hashemite"_s,
        u"oriental"_s, u"eastern"_s};
    return words;
}

/// Of names such as "South Sudan" and "American Samoa".
const Words &adjectives()
{
    static const Words words{u"north"_s, u"south"_s, u"east"_s, u"west"_s, u"northern"_s, u"southern"_s,
        u"eastern"_s, u"western"_s, u"central"_s, u"new"_s, u"old"_s, u"great"_s, u"greater"_s, u"lesser"_s,
        u"upper"_s, u"lower"_s, u"inner"_s, u"outer"_s, u"united"_s, u"saint"_s, u"american"_s, u"british"_s,
        u"french"_s, u"dutch"_s, u"part"_s, u"islands"_s, u"island"_s, u"isle"_s, u"territory"_s,
        u"territories"_s, u"country"_s};
    return words;
}

QString writtenOut(const QString &word)
{
    static const QHash<QString, QString> canonical{{u"rep"_s, u"republic"_s}, {u"dem"_s, u"democratic"_s},
        {u"people"_s, u"peoples"_s}, {u"sts"_s, u"states"_s}, {u"st"_s, u"saint"_s}, {u"utd"_s, u"united"_s},
        {u"fed"_s, u"fed"_s}, {u"federal"_s, u"fed"_s}, {u"federated"_s, u"fed"_s},
        {u"federative"_s, u"fed"_s}, {u"isl"_s, u"islands"_s}, {u"isls"_s, u"islands"_s},
        {u"isds"_s, u"islands"_s}, {u"terr"_s, u"territory"_s}};
    return canonical.value(word, word);
}

QStringList without(QStringList words, const Words &left)
{
    words.removeIf([&left](const QString &word) { return left.contains(word); });
    return words;
}

} // namespace

QStringList canonicalWords(const QString &folded)
{
    QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    for (QString &word : words)
        word = writtenOut(word);
    return without(words, articles());
}

QString orderlessKey(QStringList words)
{
    words.sort();
    return words.join(u' ');
}

QStringList withoutForms(const QStringList &words)
{
    return without(words, forms());
}

QStringList withoutGovernment(const QStringList &words)
{
    return without(without(words, forms()), governments());
}

bool isQualifier(const QString &foldedWord)
{
    const QString word = writtenOut(foldedWord);
    return articles().contains(word) || forms().contains(word) || governments().contains(word)
        || adjectives().contains(word);
}

bool isOnlyQualifiers(const QString &text)
{
    const QStringList words = foldedText(text).split(u' ', Qt::SkipEmptyParts);
    return !words.isEmpty() && std::all_of(words.cbegin(), words.cend(), isQualifier);
}

bool isConjunction(const QString &word)
{
    static const Words words{
        u"and"_s, u"und"_s, u"et"_s, u"y"_s, u"e"_s, u"en"_s, u"i"_s, u"и"_s, u"和"_s, u"و"_s, u"&"_s};
    return words.contains(word);
}
