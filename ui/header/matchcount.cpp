#include "ui/header/matchcount.h"

#include "app/language/joining.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/flagsearch.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/stateappearance.h"

#include <QEvent>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

MatchCount::MatchCount(QLineEdit &field, const FlagFilter &filter, const FlagModel &model)
    : QLabel(&field)
    , m_field(field)
    , m_filter(filter)
    , m_model(model)
{
    setTextFormat(Qt::PlainText);
    setCursor(Qt::ArrowCursor);
    hide();
    field.installEventFilter(this);
    connect(&filter, &FlagFilter::refreshed, this, &MatchCount::updateText);
    connect(&filter, &QAbstractItemModel::rowsInserted, this, &MatchCount::updateText);
    connect(&filter, &QAbstractItemModel::rowsRemoved, this, &MatchCount::updateText);
}

bool MatchCount::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::LayoutRequest:
    case QEvent::LayoutDirectionChange:
    case QEvent::PaletteChange:
    case QEvent::FontChange:
        place();
        break;
    default:
        break;
    }
    return QLabel::eventFilter(watched, event);
}

void MatchCount::updateText()
{
    if (!m_filter.isSearching())
        return showText({}, {});
    int extras = 0;
    for (int row = 0; row < m_filter.rowCount(); ++row)
        extras += m_filter.index(row, 0).data(FlagModel::IsCountryRole).toBool() ? 0 : 1;
    const bool isAll = m_filter.category() == FlagCategory::All;
    const int counted = m_filter.rowCount() - (isAll ? extras : 0);
    const int total = m_model.counts().of(m_filter.category());
    const QString matches = QLocale().toString(counted);
    const QString all = QLocale().toString(total);
    QStringList texts{tr("%1 of %2", "matches, countries").arg(matches, all)};
    QStringList sentences{isAll ? tr("%1 of %2 countries match.").arg(matches, all)
                                : tr("%1 of %2 in this view match.").arg(matches, all)};
    if (isAll && extras > 0) {
        texts.append(tr("%n region(s)", nullptr, extras));
        sentences.append(tr("%n region(s) or organisation(s) match too.", nullptr, extras));
    }
    showText(texts, joinedSentences(sentences));
}

void MatchCount::showText(const QStringList &texts, const QString &sentence)
{
    m_texts = texts;
    setToolTip(sentence);
    m_field.setAccessibleDescription(sentence);
    place();
}

void MatchCount::fitText()
{
    const auto fits = [this](const QString &text) {
        return fontMetrics().horizontalAdvance(text) <= m_field.width() / 2;
    };
    const QString whole = joinedPhrases(m_texts);
    setText(fits(whole) ? whole : m_texts.value(0));
    setVisible(!m_texts.isEmpty() && fits(text()));
    resize(sizeHint());
}

// Beside the button that clears the field. The text of the field ends before it.
void MatchCount::place()
{
    QPalette muted = m_field.palette();
    muted.setColor(QPalette::WindowText, mutedText(muted));
    if (palette() != muted)
        setPalette(muted);
    fitText();
    const bool isMirrored = m_field.layoutDirection() == Qt::RightToLeft;
    int end = isMirrored ? 0 : m_field.width();
    const auto buttons = m_field.findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
    for (const QToolButton *button : buttons) {
        const bool isAtEnd = (button->geometry().center().x() > m_field.width() / 2) != isMirrored;
        if (isAtEnd && isMirrored)
            end = std::max(end, button->geometry().right());
        else if (isAtEnd)
            end = std::min(end, button->geometry().left());
    }
    constexpr int gap = CellMetrics::unit / 2;
    move(isMirrored ? end + gap : end - gap - width(), (m_field.height() - height()) / 2);
    const int needed = isHidden() ? 0 : width() + gap;
    if (isMirrored)
        m_field.setTextMargins(needed, 0, 0, 0);
    else
        m_field.setTextMargins(0, 0, needed, 0);
}
