#include "app/saving/sourcename.h"

#include "app/countries/catalogue.h"
#include "app/countries/nameindex.h"
#include "app/countries/namewords.h"

bool isNameOfAnotherCountry(const QString &name, const Country &country)
{
    const QString folded = foldedText(name);
    if (folded.isEmpty() || folded == foldedText(country.name))
        return false;
    static const NameIndex names = ownNames(Catalogue());
    const QStringList codes = names.codesNamed(folded);
    return !codes.isEmpty() && !codes.contains(country.code);
}
