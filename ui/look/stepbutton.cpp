#include "ui/look/stepbutton.h"

#include <QGuiApplication>
#include <QToolButton>

QToolButton *stepButton(StepDirection direction, const ButtonTexts &texts)
{
    auto *button = new QToolButton;
    const bool pointsLeft = (direction == StepDirection::Back) != QGuiApplication::isRightToLeft();
    button->setArrowType(pointsLeft ? Qt::LeftArrow : Qt::RightArrow);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(texts.toolTip);
    setButtonTexts(*button, texts);
    return button;
}
