// Embeds the word lists of dictionaries/, in the order of RelireLexicon's WordList, which a test compares.
#include "CDictionaries.h"

static const unsigned char accented_words[] = {
#embed "../../dictionaries/accented-words.txt"
};
static const unsigned char accented_initials[] = {
#embed "../../dictionaries/accented-initials.txt"
};
static const unsigned char english_lookalikes[] = {
#embed "../../dictionaries/english-lookalikes.txt"
};
static const unsigned char preposition_followers[] = {
#embed "../../dictionaries/preposition-followers.txt"
};
static const unsigned char left_alone[] = {
#embed "../../dictionaries/left-alone.txt"
};
static const unsigned char ligatures[] = {
#embed "../../dictionaries/ligatures.txt"
};
static const unsigned char infinitives[] = {
#embed "../../dictionaries/infinitives.txt"
};
static const unsigned char infinitive_lookalikes[] = {
#embed "../../dictionaries/infinitive-lookalikes.txt"
};
static const unsigned char compounds[] = {
#embed "../../dictionaries/compounds.txt"
};
static const unsigned char noun_compounds[] = {
#embed "../../dictionaries/noun-compounds.txt"
};
static const unsigned char compound_verbs[] = {
#embed "../../dictionaries/compound-verbs.txt"
};
static const unsigned char false_compounds[] = {
#embed "../../dictionaries/false-compounds.txt"
};
static const unsigned char place_names[] = {
#embed "../../dictionaries/place-names.txt"
};
static const unsigned char place_nouns[] = {
#embed "../../dictionaries/place-nouns.txt"
};
static const unsigned char institutions[] = {
#embed "../../dictionaries/institutions.txt"
};
static const unsigned char churches[] = {
#embed "../../dictionaries/churches.txt"
};
static const unsigned char determiners[] = {
#embed "../../dictionaries/determiners.txt"
};
static const unsigned char prefixes[] = {
#embed "../../dictionaries/prefixes.txt"
};
static const unsigned char fused_prefixes[] = {
#embed "../../dictionaries/fused-prefixes.txt"
};
static const unsigned char ex_nouns[] = {
#embed "../../dictionaries/ex-nouns.txt"
};
static const unsigned char peoples[] = {
#embed "../../dictionaries/peoples.txt"
};
static const unsigned char after_demonstrative[] = {
#embed "../../dictionaries/after-demonstrative.txt"
};
static const unsigned char particles[] = {
#embed "../../dictionaries/particles.txt"
};
static const unsigned char numerals[] = {
#embed "../../dictionaries/numerals.txt"
};
static const unsigned char inversion_pronouns[] = {
#embed "../../dictionaries/inversion-pronouns.txt"
};
static const unsigned char verb_forms[] = {
#embed "../../dictionaries/verb-forms.txt"
};
static const unsigned char auxiliaries[] = {
#embed "../../dictionaries/auxiliaries.txt"
};
static const unsigned char imperatives[] = {
#embed "../../dictionaries/imperatives.txt"
};
static const unsigned char interrogatives[] = {
#embed "../../dictionaries/interrogatives.txt"
};
static const unsigned char eliding_words[] = {
#embed "../../dictionaries/eliding-words.txt"
};
static const unsigned char elided_forms[] = {
#embed "../../dictionaries/elided-forms.txt"
};
static const unsigned char vowel_words[] = {
#embed "../../dictionaries/vowel-words.txt"
};
static const unsigned char elided_followers[] = {
#embed "../../dictionaries/elided-followers.txt"
};
static const unsigned char aspirated_words[] = {
#embed "../../dictionaries/aspirated-words.txt"
};
static const unsigned char number_labels[] = {
#embed "../../dictionaries/number-labels.txt"
};
static const unsigned char letter_labels[] = {
#embed "../../dictionaries/letter-labels.txt"
};
static const unsigned char year_words[] = {
#embed "../../dictionaries/year-words.txt"
};
static const unsigned char counted_nouns[] = {
#embed "../../dictionaries/counted-nouns.txt"
};
static const unsigned char units[] = {
#embed "../../dictionaries/units.txt"
};
static const unsigned char unit_names[] = {
#embed "../../dictionaries/unit-names.txt"
};
static const unsigned char currencies[] = {
#embed "../../dictionaries/currencies.txt"
};
static const unsigned char superscripts[] = {
#embed "../../dictionaries/superscripts.txt"
};
static const unsigned char ordinals[] = {
#embed "../../dictionaries/ordinals.txt"
};
static const unsigned char months[] = {
#embed "../../dictionaries/months.txt"
};
static const unsigned char republican_months[] = {
#embed "../../dictionaries/republican-months.txt"
};
static const unsigned char days[] = {
#embed "../../dictionaries/days.txt"
};
static const unsigned char abbreviations[] = {
#embed "../../dictionaries/abbreviations.txt"
};
static const unsigned char repeated_words[] = {
#embed "../../dictionaries/repeated-words.txt"
};
static const unsigned char phone_labels[] = {
#embed "../../dictionaries/phone-labels.txt"
};
static const unsigned char generic_link_texts[] = {
#embed "../../dictionaries/generic-link-texts.txt"
};
static const unsigned char placeholders[] = {
#embed "../../dictionaries/placeholders.txt"
};
static const unsigned char french_stop_words[] = {
#embed "../../dictionaries/french-stop-words.txt"
};
static const unsigned char english_stop_words[] = {
#embed "../../dictionaries/english-stop-words.txt"
};
static const unsigned char spanish_stop_words[] = {
#embed "../../dictionaries/spanish-stop-words.txt"
};
static const unsigned char german_stop_words[] = {
#embed "../../dictionaries/german-stop-words.txt"
};
static const unsigned char italian_stop_words[] = {
#embed "../../dictionaries/italian-stop-words.txt"
};
static const unsigned char portuguese_stop_words[] = {
#embed "../../dictionaries/portuguese-stop-words.txt"
};

#define LIST(name, bytes) {name, bytes, sizeof(bytes)}

static const struct relire_dictionary lists[] = {
    LIST("accented-words", accented_words),
    LIST("accented-initials", accented_initials),
    LIST("english-lookalikes", english_lookalikes),
    LIST("preposition-followers", preposition_followers),
    LIST("left-alone", left_alone),
    LIST("ligatures", ligatures),
    LIST("infinitives", infinitives),
    LIST("infinitive-lookalikes", infinitive_lookalikes),
    LIST("compounds", compounds),
    LIST("noun-compounds", noun_compounds),
    LIST("compound-verbs", compound_verbs),
    LIST("false-compounds", false_compounds),
    LIST("place-names", place_names),
    LIST("place-nouns", place_nouns),
    LIST("institutions", institutions),
    LIST("churches", churches),
    LIST("determiners", determiners),
    LIST("prefixes", prefixes),
    LIST("fused-prefixes", fused_prefixes),
    LIST("ex-nouns", ex_nouns),
    LIST("peoples", peoples),
    LIST("after-demonstrative", after_demonstrative),
    LIST("particles", particles),
    LIST("numerals", numerals),
    LIST("inversion-pronouns", inversion_pronouns),
    LIST("verb-forms", verb_forms),
    LIST("auxiliaries", auxiliaries),
    LIST("imperatives", imperatives),
    LIST("interrogatives", interrogatives),
    LIST("eliding-words", eliding_words),
    LIST("elided-forms", elided_forms),
    LIST("vowel-words", vowel_words),
    LIST("elided-followers", elided_followers),
    LIST("aspirated-words", aspirated_words),
    LIST("number-labels", number_labels),
    LIST("letter-labels", letter_labels),
    LIST("year-words", year_words),
    LIST("counted-nouns", counted_nouns),
    LIST("units", units),
    LIST("unit-names", unit_names),
    LIST("currencies", currencies),
    LIST("superscripts", superscripts),
    LIST("ordinals", ordinals),
    LIST("months", months),
    LIST("republican-months", republican_months),
    LIST("days", days),
    LIST("abbreviations", abbreviations),
    LIST("repeated-words", repeated_words),
    LIST("phone-labels", phone_labels),
    LIST("generic-link-texts", generic_link_texts),
    LIST("placeholders", placeholders),
    LIST("french-stop-words", french_stop_words),
    LIST("english-stop-words", english_stop_words),
    LIST("spanish-stop-words", spanish_stop_words),
    LIST("german-stop-words", german_stop_words),
    LIST("italian-stop-words", italian_stop_words),
    LIST("portuguese-stop-words", portuguese_stop_words),
};

_Alignas(64) static const unsigned char lexicon[] = {
#embed "../../dictionaries/lexicon.bin"
};

const struct relire_dictionary relire_lexicon = {"lexicon", lexicon, sizeof(lexicon)};
const struct relire_dictionary *const relire_dictionaries = lists;
const size_t relire_dictionary_count = sizeof(lists) / sizeof(lists[0]);
