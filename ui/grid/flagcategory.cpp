#include "ui/grid/flagcategory.h"

#include <QCoreApplication>

namespace {
struct CategoryTitle
{
    Q_DECLARE_TR_FUNCTIONS(CategoryTitle)
};
} // namespace

QString categoryTitle(FlagCategory category)
{
    switch (category) {
    case FlagCategory::All:
        return CategoryTitle::tr("All");
    case FlagCategory::Ticked:
        return CategoryTitle::tr("Ticked");
    case FlagCategory::Saved:
        return CategoryTitle::tr("Saved");
    case FlagCategory::Missing:
        return CategoryTitle::tr("Missing");
    case FlagCategory::Damaged:
        return CategoryTitle::tr("Damaged");
    case FlagCategory::Changed:
        return CategoryTitle::tr("Changed");
    case FlagCategory::Unchanged:
        return CategoryTitle::tr("Unchanged");
    case FlagCategory::NotFound:
        return CategoryTitle::tr("Not found");
    case FlagCategory::Failed:
        return CategoryTitle::tr("Failed");
    case FlagCategory::Cancelled:
        return CategoryTitle::tr("Cancelled");
    case FlagCategory::Requested:
        return CategoryTitle::tr("Requested");
    case FlagCategory::Extras:
        return CategoryTitle::tr("Regions and organisations");
    }
    Q_UNREACHABLE();
}
