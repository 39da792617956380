#pragma once

#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "ui/sources/fieldrow.h"
#include "ui/sources/sourceregistry.h"
#include "ui/sources/sourcesdialog.h"
#include "ui/sources/unsavedquestion.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// A folder with the file of the user's sources, and the dialog that edits it.
class OpenedSources final
{
public:
    /// The first rows of the form, in their order.
    enum Field {
        Name,
        Id,
        PictureAddress,
    };

    /// As the user types: replaces the whole text.
    void type(Field field, const QString &text) const
    {
        line(field)->selectAll();
        QTest::keyClick(line(field), Qt::Key_Delete);
        QTest::keyClicks(line(field), text);
    }

    void open()
    {
        registry = std::make_unique<SourceRegistry>(
            SourceList::shipped(), readOwnSources(path()), QList<Source>(), path());
        dialog = std::make_unique<SourcesDialog>(*registry, catalogue, servers, TransferSettings(), nullptr);
        dialog->show();
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    }
    /// Opens the dialog with a source "one" of the user's.
    void openWithOne()
    {
        QVERIFY(changeOwnSources(
            path(), {.replacedId = {}, .entry = {{u"id"_s, u"one"_s}, {u"image"_s, u"http://h/{cc}"_s}}}));
        open();
        dialog->choose(u"one"_s);
    }
    [[nodiscard]] QString path() const { return folder.filePath(u"conf/sources.json"_s); }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        const auto buttons = dialog->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(
            buttons, [&text](const QPushButton *button) { return button->text().remove(u'&') == text; });
        return found == buttons.end() ? nullptr : *found;
    }
    void press(const QString &text) const
    {
        QVERIFY2(canPress(text), qPrintable(text));
        QTest::mouseClick(button(text), Qt::LeftButton);
    }
    [[nodiscard]] bool canPress(const QString &text) const
    {
        return button(text) != nullptr && button(text)->isEnabled();
    }
    [[nodiscard]] QLineEdit *line(Field field) const
    {
        return dialog->findChild<SourceEditor *>()->findChildren<FieldRow *>().at(field)->line();
    }
    void fill(const QString &name, const QString &id, const QString &address) const
    {
        type(Name, name);
        type(Id, id);
        type(PictureAddress, address);
    }
    [[nodiscard]] SourceListView *list() const { return dialog->findChild<SourceListView *>(); }
    [[nodiscard]] QString currentText() const { return list()->currentItem()->text(); }
    [[nodiscard]] bool shows(const QString &text) const
    {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
            [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    /// The geometry of everything in the form and beside it, without texts.
    [[nodiscard]] QList<QRect> places() const
    {
        QList<QRect> places;
        const auto widgets = dialog->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (qobject_cast<const FieldRow *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
                || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QPushButton *>(widget))
                places.append(QRect(widget->mapTo(dialog.get(), QPoint()), widget->size()));
        }
        return places;
    }
    [[nodiscard]] QStringList ownIds() const
    {
        QStringList ids;
        for (const Source &source : readOwnSources(path()).file.sources())
            ids.append(source.id);
        return ids;
    }
    [[nodiscard]] UnsavedQuestion *question() const
    {
        const auto questions
            = dialog->findChildren<UnsavedQuestion *>(); // those that are answered are hidden
        const auto found = std::ranges::find_if(questions, &QWidget::isVisible);
        return found == questions.end() ? nullptr : *found;
    }

    const Catalogue catalogue;
    BuiltinServers servers{BuiltinServers::Settings()};
    const QTemporaryDir folder;
    std::unique_ptr<SourceRegistry> registry;
    std::unique_ptr<SourcesDialog> dialog;
};
