#include "ui/look/stateappearance.h"

#include "app/language/wordtable.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPalette>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
struct StateText
{
    Q_DECLARE_TR_FUNCTIONS(StateText)
};

constexpr auto iconNames = wordTable<FlagState>({
    {FlagState::NotAsked, {}},
    {FlagState::Waiting, "waiting"_L1},
    {FlagState::OnHold, "held"_L1},
    {FlagState::Downloading, "downloading"_L1},
    {FlagState::Saved, "saved"_L1},
    {FlagState::Fetched, {}},
    {FlagState::Unchanged, "unchanged"_L1},
    {FlagState::Skipped, "skipped"_L1},
    {FlagState::NotFound, "notfound"_L1},
    {FlagState::Failed, "failed"_L1},
    {FlagState::Cancelled, "cancelled"_L1},
});

double luminance(const QColor &colour)
{
    const auto linear = [](float channel) {
        const auto value = static_cast<double>(channel);
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

/// The text colour mixed with the base: `share` of it, or as much as a contrast of 4.5:1 on `ground` needs.
QColor faintestText(double share, const QColor &ground, const QPalette &palette)
{
    // Above the 4.5 of WCAG 2, level AA: what is painted is rounded to 8 bits.
    constexpr double readable = 4.6;
    constexpr double step = 0.04;
    const QColor text = palette.color(QPalette::Text);
    const QColor base = palette.color(QPalette::Base);
    while (share < 1 && contrastRatio(blend(text, base, share), ground) < readable)
        share += step;
    return blend(text, base, std::min(share, 1.0));
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Base)) < luminance(palette.color(QPalette::Text));
}
} // namespace

QString stateWord(FlagState state)
{
    switch (state) {
    case FlagState::NotAsked:
    case FlagState::Fetched:
        return {};
    case FlagState::Waiting:
        return StateText::tr("waiting");
    case FlagState::OnHold:
        return StateText::tr("on hold");
    case FlagState::Downloading:
        return StateText::tr("downloading");
    case FlagState::Saved:
        return StateText::tr("saved");
    case FlagState::Unchanged:
        return StateText::tr("unchanged");
    case FlagState::Skipped:
        return StateText::tr("already there");
    case FlagState::NotFound:
        return StateText::tr("not found");
    case FlagState::Failed:
        return StateText::tr("failed");
    case FlagState::Cancelled:
        return StateText::tr("cancelled");
    }
    Q_UNREACHABLE();
}

QString stateWord(std::chrono::seconds serverWait)
{
    return StateText::tr("waiting %1 s").arg(QLocale().toString(qlonglong(serverWait.count())));
}

QString changedWord()
{
    return StateText::tr("changed");
}

bool showsFault(FlagState state, FileCondition condition)
{
    switch (state) {
    case FlagState::Waiting:
    case FlagState::OnHold:
    case FlagState::Downloading:
    case FlagState::NotFound:
    case FlagState::Failed:
        return false;
    case FlagState::NotAsked:
    case FlagState::Saved:
    case FlagState::Fetched:
    case FlagState::Unchanged:
    case FlagState::Skipped:
    case FlagState::Cancelled:
        return isFault(condition);
    }
    Q_UNREACHABLE();
}

QString faultWord(FileCondition condition)
{
    switch (condition) {
    case FileCondition::None:
    case FileCondition::Whole:
        return {};
    case FileCondition::Damaged:
        return StateText::tr("damaged");
    case FileCondition::Gone:
        return StateText::tr("file is gone");
    }
    Q_UNREACHABLE();
}

QString stateIconName(FlagState state)
{
    return iconNames.wordOf(state);
}

QColor stateColour(FlagState state, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (state) {
    case FlagState::Downloading:
        return dark ? QColor(0x8a, 0xb8, 0xff) : QColor(0x17, 0x4f, 0xa6);
    case FlagState::Saved:
        return dark ? QColor(0x6f, 0xd4, 0x8a) : QColor(0x13, 0x65, 0x2f);
    case FlagState::NotFound:
        return dark ? QColor(0xf2, 0xbd, 0x5b) : QColor(0x7a, 0x4d, 0x00);
    case FlagState::Failed:
        return dark ? QColor(0xff, 0x9a, 0x90) : QColor(0xb0, 0x1c, 0x1c);
    case FlagState::NotAsked:
    case FlagState::Waiting:
    case FlagState::OnHold:
    case FlagState::Fetched:
    case FlagState::Unchanged:
    case FlagState::Skipped:
    case FlagState::Cancelled:
        return mutedText(palette);
    }
    Q_UNREACHABLE();
}

QColor mutedText(const QPalette &palette)
{
    return faintestText(0.68, hoveredTint(tickedTint(palette), palette), palette);
}

QColor placeholderText(const QPalette &palette)
{
    return faintestText(0.42, placeholderTint(hoveredTint(tickedTint(palette), palette), palette), palette);
}

QColor placeholderTint(const QColor &ground, const QPalette &palette)
{
    return blend(palette.color(QPalette::Text), ground, placeholderShare);
}

QColor hoveredTint(const QColor &ground, const QPalette &palette)
{
    return blend(palette.color(QPalette::Text), ground, 0.045);
}

QColor blend(const QColor &over, const QColor &under, double share)
{
    const auto mix = [share](float a, float b) {
        return static_cast<float>(static_cast<double>(a) * share + static_cast<double>(b) * (1 - share));
    };
    return QColor::fromRgbF(
        mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()), mix(over.blueF(), under.blueF()));
}

QColor tickedTint(const QPalette &palette)
{
    return blend(palette.color(QPalette::Highlight), palette.color(QPalette::Base), 0.12);
}

QColor readableGround(const QColor &ground, const QColor &text, double contrast)
{
    constexpr double step = 0.05;
    const QColor end = luminance(text) > luminance(ground) ? Qt::black : Qt::white;
    QColor readable = ground;
    for (double share = step; contrastRatio(readable, text) < contrast && share <= 1; share += step)
        readable = blend(end, ground, share);
    return readable;
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}
