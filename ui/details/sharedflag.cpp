#include "ui/details/sharedflag.h"

#include "app/countries/catalogue.h"
#include "ui/grid/flagmodel.h"

using namespace Qt::StringLiterals;

namespace {

bool haveSamePicture(const FlagEntry &one, const FlagEntry &other)
{
    return one.drawn.box == other.drawn.box && one.picture.size() == other.picture.size()
        && one.picture.toImage() == other.picture.toImage();
}

} // namespace

QString ownerOfSharedFlag(const FlagEntry &entry, const FlagModel &model, const Catalogue &catalogue)
{
    const QStringList members = catalogue.facts().groups.value(u"un"_s);
    if (entry.picture.isNull() || entry.country.kind != CountryKind::Country
        || members.contains(entry.country.code))
        return {};
    for (const FlagEntry &other : model.entries()) {
        if (!other.picture.isNull() && members.contains(other.country.code) && haveSamePicture(entry, other))
            return other.country.displayName;
    }
    return {};
}
