#pragma once

#include <QAccessibleWidget>

class QPushButton;
class QToolButton;

/// A tool button of an exclusive group, as a radio button. Qt reports every checkable tool button as a check
/// box. Created and owned by QAccessible.
class ExclusiveButtonAccessible final : public QAccessibleWidget
{
public:
    explicit ExclusiveButtonAccessible(QToolButton *button);
    ~ExclusiveButtonAccessible() override = default;
    Q_DISABLE_COPY_MOVE(ExclusiveButtonAccessible)

    [[nodiscard]] QString text(QAccessible::Text type) const override;
    [[nodiscard]] QAccessible::State state() const override;

    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString &name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString &name) const override;

private:
    QToolButton &m_button;
};

/// A button with a menu, with the menu as its child. Qt leaves the menu out, so that its entries cannot be
/// found before it is open. Created and owned by QAccessible.
class MenuButtonAccessible final : public QAccessibleWidget
{
public:
    explicit MenuButtonAccessible(QPushButton *button);
    ~MenuButtonAccessible() override = default;
    Q_DISABLE_COPY_MOVE(MenuButtonAccessible)

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QString text(QAccessible::Text type) const override;
    [[nodiscard]] QAccessible::State state() const override;

    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString &name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString &name) const override;

private:
    QPushButton &m_button;
};
