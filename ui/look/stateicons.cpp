#include "ui/look/stateicons.h"

#include "ui/look/stateappearance.h"
#include "ui/look/svgicon.h"

#include <QPalette>

using namespace Qt::StringLiterals;

StateIcons::StateIcons(const QPalette &palette, qreal pixelRatio)
    : m_changed(svgPixmap(u"changed"_s, side, stateColour(FlagState::Saved, palette), pixelRatio))
    , m_tick(svgPixmap(u"tick"_s, side, palette.color(QPalette::HighlightedText), pixelRatio))
{
    for (std::size_t i = 0; i < m_ofState.size(); ++i) {
        const auto state = static_cast<FlagState>(i);
        if (const QString name = stateIconName(state); !name.isEmpty())
            m_ofState[i] = svgPixmap(name, side, stateColour(state, palette), pixelRatio);
    }
}
