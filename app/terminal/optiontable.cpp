#include "app/terminal/optiontable.h"

#include "app/terminal/conversionoptions.h"
#include "app/terminal/countryoptions.h"
#include "app/terminal/exportoptions.h"
#include "app/terminal/fileoptions.h"
#include "app/terminal/modeoptions.h"
#include "app/terminal/networkoptions.h"
#include "app/terminal/setoptions.h"
#include "app/terminal/sourceoptions.h"

QList<OptionGroup> optionTable()
{
    return {countryOptions(), sourceOptions(), fileOptions(), conversionOptions(), setOptions(),
        networkOptions(), terminalOptions(), exportOptions(), informationOptions()};
}
