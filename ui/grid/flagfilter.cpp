#include "ui/grid/flagfilter.h"

#include "ui/grid/flagmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
// Letters without case, accents and the typographer's apostrophe: "Côte d’Ivoire" becomes "cote d'ivoire".
QString folded(const QString &text)
{
    QString result;
    result.reserve(text.size());
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    for (const QChar character : decomposed) {
        if (!character.isMark())
            result.append(character == QChar(0x2019) ? u'\'' : character);
    }
    return result.toCaseFolded();
}
} // namespace

FlagFilter::FlagFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void FlagFilter::setText(const QString &text)
{
    m_text = text;
    QStringList words = folded(text).split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = std::move(words);
    invalidateFilter();
}

void FlagFilter::setCategory(FlagCategory category)
{
    if (category == m_category)
        return;
    m_category = category;
    invalidateFilter();
}

bool FlagFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto state = index.data(FlagModel::StateRole).value<FlagState>();
    const bool ticked = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    if (!belongsTo(m_category, state, ticked))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString name = folded(index.data(Qt::DisplayRole).toString());
    const QString code = folded(index.data(FlagModel::CodeRole).toString());
    const QString iso3 = folded(index.data(FlagModel::Iso3Role).toString());
    return std::all_of(m_words.cbegin(), m_words.cend(), [&](const QString &word) {
        return name.contains(word) || code.startsWith(word) || iso3.startsWith(word);
    });
}
