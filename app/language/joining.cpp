#include "app/language/joining.h"

#include <QCoreApplication>

namespace {

struct Joining
{
    Q_DECLARE_TR_FUNCTIONS(Joining)
};

/// Pairs, because a translation cannot be empty: nothing separates Chinese sentences.
QString joined(const QStringList &texts, const QString &pair)
{
    QString all;
    for (const QString &text : texts)
        all = all.isEmpty() ? text : text.isEmpty() ? all : pair.arg(all, text);
    return all;
}

} // namespace

QString joinedItems(const QStringList &items)
{
    return joined(items, Joining::tr("%1, %2", "items of a list"));
}

QString joinedPhrases(const QStringList &phrases)
{
    return joined(phrases, Joining::tr("%1, %2", "phrases of a sentence"));
}

QString joinedClauses(const QStringList &clauses)
{
    return joined(clauses, Joining::tr("%1; %2", "clauses"));
}

QString joinedSentences(const QStringList &sentences)
{
    return joined(sentences, Joining::tr("%1 %2", "sentences"));
}

QString asSentence(const QString &text)
{
    return Joining::tr("%1.", "text that becomes a sentence").arg(text);
}

QString withRemark(const QString &text, const QString &remark)
{
    return remark.isEmpty() ? text : Joining::tr("%1 (%2)", "text, remark").arg(text, remark);
}

QString withLabel(const QString &label, const QString &text)
{
    return Joining::tr("%1: %2", "label, text").arg(label, text);
}
