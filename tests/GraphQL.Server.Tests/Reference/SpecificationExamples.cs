namespace GraphQL.Server.Tests.Reference;

/// <summary>The schema and the documents that section 5 of the specification shows, valid and not.</summary>
internal static class SpecificationExamples
{
    public const string Schema = """
        type Query { dog: Dog findDog(searchBy: FindDogInput): Dog pet: Pet catOrDog: CatOrDog human: Human arguments: Arguments booleanList(booleanListArg: [Boolean!]): Boolean complex(c: ComplexInput): String oneOf(e: ExampleOneOf): Int }
        type Mutation { mutateDog: Dog addPet(pet: PetInput!): Pet }
        type Subscription { newMessage: Message disallowedSecondRootField: Boolean }
        type Message { body: String sender: String }
        enum DogCommand { SIT DOWN HEEL }
        enum CatCommand { JUMP }
        type Dog implements Pet { name: String! nickname: String barkVolume: Int doesKnowCommand(dogCommand: DogCommand!): Boolean! isHouseTrained(atOtherHomes: Boolean): Boolean! owner: Human extra: DogExtra }
        type DogExtra { string: String noString: Int }
        interface Sentient { name: String! }
        interface Pet { name: String! }
        type Alien implements Sentient { name: String! homePlanet: String }
        type Human implements Sentient { name: String! pets: [Pet!] relatives: [Human!] }
        type Cat implements Pet { name: String! nickname: String doesKnowCommand(catCommand: CatCommand!): Boolean! meowVolume: Int }
        union CatOrDog = Cat | Dog
        union DogOrHuman = Dog | Human
        union HumanOrAlien = Human | Alien
        input FindDogInput { name: String owner: String }
        input ComplexInput { name: String owner: String }
        input PetInput @oneOf { cat: CatInput dog: DogInput }
        input CatInput { name: String! nickname: String meowVolume: Int }
        input DogInput { name: String! nickname: String barkVolume: Int }
        input ExampleOneOf @oneOf { a: String b: Int }
        type Arguments { multipleRequirements(x: Int!, y: Int!): Int! booleanArgField(booleanArg: Boolean): Boolean floatArgField(floatArg: Float): Float intArgField(intArg: Int): Int nonNullBooleanArgField(nonNullBooleanArg: Boolean!): Boolean! booleanListArgField(booleanListArg: [Boolean]!): [Boolean] optionalNonNullBooleanArgField(optionalBooleanArg: Boolean! = false): Boolean! }
        """;

    /// <summary>A counter-example of §5.8.5 that the reference takes for valid.</summary>
    public const string NullableVariableInOneOf = "mutation addPet($cat: CatInput) { addPet(pet: { cat: $cat }) { name } }";

    public static readonly string[] Documents =
    [
        "query getDogName { dog { name color } } extend type Dog { color: String }",
        "query getDogName { dog { name } } query getOwnerName { dog { owner { name } } }",
        "query getName { dog { name } } query getName { dog { owner { name } } }",
        "query dogOperation { dog { name } } mutation dogOperation { mutateDog { name } }",
        "{ dog { name } }", "{ dog { name } } query getName { dog { owner { name } } }",
        "subscription sub { newMessage { body sender } }",
        "subscription sub { ...newMessageFields } fragment newMessageFields on Subscription { newMessage { body sender } }",
        "subscription sub { newMessage { body } disallowedSecondRootField }",
        "subscription sub { ...multiple } fragment multiple on Subscription { newMessage { body } disallowedSecondRootField }",
        "subscription sub { newMessage @include(if: true) { body } }", "subscription sub { __typename }",
        "subscription s($bool: Boolean!) { newMessage @skip(if: $bool) { body } disallowedSecondRootField @include(if: $bool) }",
        "{ dog { ...f } } fragment f on Dog { meowVolume }", "{ dog { ...f } } fragment f on Dog { barkVolume: kawVolume }",
        "{ pet { ...f } } fragment f on Pet { name }", "{ pet { ...f } } fragment f on Pet { nickname }",
        "{ catOrDog { ...f } } fragment f on CatOrDog { __typename ... on Pet { name } ... on Dog { barkVolume } }",
        "{ catOrDog { ...f } } fragment f on CatOrDog { name barkVolume }",
        "{ dog { name name } }", "{ dog { otherName: name otherName: name } }", "{ dog { name: nickname name } }",
        "{ dog { doesKnowCommand(dogCommand: SIT) doesKnowCommand(dogCommand: SIT) } }",
        "query q($d: DogCommand!) { dog { doesKnowCommand(dogCommand: $d) doesKnowCommand(dogCommand: $d) } }",
        "{ dog { doesKnowCommand(dogCommand: SIT) doesKnowCommand(dogCommand: HEEL) } }",
        "query q($d: DogCommand!) { dog { doesKnowCommand(dogCommand: SIT) doesKnowCommand(dogCommand: $d) } }",
        "query q($a: DogCommand!, $b: DogCommand!) { dog { doesKnowCommand(dogCommand: $a) doesKnowCommand(dogCommand: $b) } }",
        "{ dog { doesKnowCommand(dogCommand: SIT) doesKnowCommand } }",
        "{ pet { ... on Dog { volume: barkVolume } ... on Cat { volume: meowVolume } } }",
        "{ pet { ... on Dog { doesKnowCommand(dogCommand: SIT) } ... on Cat { doesKnowCommand(catCommand: JUMP) } } }",
        "{ pet { ... on Dog { someValue: nickname } ... on Cat { someValue: meowVolume } } }",
        "{ catOrDog { ... on Dog { x: owner { name } } ... on Cat { x: nickname } } }",
        "{ dog { barkVolume } }", "{ dog { barkVolume { sinceWhen } } }", "{ human }", "{ pet }", "{ catOrDog }",
        "{ dog { doesKnowCommand(command: CLEAN_UP_HOUSE) } }", "{ dog { isHouseTrained(atOtherHomes: true) @include(unless: false) } }",
        "{ arguments { multipleRequirements(x: 1, y: 2) } }", "{ arguments { multipleRequirements(y: 1, x: 2) } }", "{ arguments { multipleRequirements(x: 1, x: 2) } }",
        "{ arguments { booleanArgField(booleanArg: true) nonNullBooleanArgField(nonNullBooleanArg: true) } }", "{ arguments { booleanArgField } }",
        "{ arguments { nonNullBooleanArgField } }", "{ arguments { nonNullBooleanArgField(nonNullBooleanArg: null) } }",
        "{ dog { ...f } } fragment f on Dog { name } fragment f on Dog { owner { name } }", "{ dog { ...f } } fragment f on NotInSchema { name }",
        "{ dog { ... on NotInSchema { name } } }", "{ dog { ...f } } fragment f on Int { something }", "{ dog { ... on Boolean { somethingElse } } }",
        "fragment nameFragment on Dog { name } { dog { name } }", "{ dog { ...undefinedFragment } }",
        "{ dog { ...nameFragment } } fragment nameFragment on Dog { name ...barkVolumeFragment } fragment barkVolumeFragment on Dog { barkVolume ...nameFragment }",
        "{ dog { ...dogFragment } } fragment dogFragment on Dog { name owner { ...ownerFragment } } fragment ownerFragment on Human { name pets { ...dogFragment } }",
        "{ dog { ... on Dog { barkVolume } } }", "{ dog { ... on Cat { meowVolume } } }", "{ dog { ...f } } fragment f on Pet { name }",
        "{ human { ...f } } fragment f on Sentient { ... on Dog { barkVolume } }", "{ human { pets { ... on CatOrDog { ... on Cat { meowVolume } } } } }",
        "{ pet { ... on Sentient { name } } }", "{ human { ...u } } fragment u on HumanOrAlien { ... on Cat { meowVolume } }",
        "{ arguments { intArgField(intArg: \"123\") } }", "{ arguments { floatArgField(floatArg: 1) intArgField(intArg: 1.0) } }",
        "query goodComplexDefaultValue($search: FindDogInput = { name: \"Fido\" }) { findDog(searchBy: $search) { name } }",
        "query badComplexValue { findDog(searchBy: { name: 123 }) { name } }", "{ findDog(searchBy: { favoriteCookieFlavor: \"Bacon\" }) { name } }",
        "{ findDog(searchBy: { name: \"Fido\", name: \"Fido\" }) { name } }", "mutation { addPet(pet: { cat: { name: \"Brontie\" } }) { name } }",
        "mutation addPet($cat: CatInput!) { addPet(pet: { cat: $cat }) { name } }",
        "mutation { addPet(pet: { cat: { name: \"Brontie\" }, dog: null }) { name } }", "mutation { addPet(pet: { cat: { name: \"B\" }, dog: { name: \"F\" } }) { name } }",
        "mutation { addPet(pet: {}) { name } }", "{ oneOf(e: { a: null }) }", "{ oneOf(e: { a: \"abc\" }) }", "{ dog @skip(if: true, if: false) { name } }",
        "query @skip(if: $foo) { dog { name } }", "query ($foo: Boolean = true, $bar: Boolean = false) { dog @skip(if: $foo) @skip(if: $bar) { name } }",
        "query houseTrainedQuery($atOtherHomes: Boolean, $atOtherHomes: Boolean) { dog { isHouseTrained(atOtherHomes: $atOtherHomes) } }",
        "query takesBoolean($atOtherHomes: Boolean) { dog { isHouseTrained(atOtherHomes: $atOtherHomes) } }", "query takesCat($cat: Cat) { dog { name } }",
        "query takesDogBang($dog: Dog!) { dog { name } }", "query takesListOfPet($pets: [Pet]) { dog { name } }", "query takesCatOrDog($catOrDog: CatOrDog) { dog { name } }",
        "query variableIsNotDefined { dog { isHouseTrained(atOtherHomes: $atOtherHomes) } }",
        "query q($a: Boolean) { dog { ...f } } fragment f on Dog { isHouseTrained(atOtherHomes: $a) }", "query q { dog { ...f } } fragment f on Dog { isHouseTrained(atOtherHomes: $a) }",
        "query variableUnused($atOtherHomes: Boolean) { dog { isHouseTrained } }", "query q($a: Boolean) { dog { ...f } } fragment f on Dog { isHouseTrained }",
        "query intCannotGoIntoBoolean($intArg: Int) { arguments { booleanArgField(booleanArg: $intArg) } }",
        "query booleanListCannotGoIntoBoolean($l: [Boolean]) { arguments { booleanArgField(booleanArg: $l) } }",
        "query booleanArgQuery($b: Boolean) { arguments { nonNullBooleanArgField(nonNullBooleanArg: $b) } }",
        "query nonNullListToList($l: [Boolean]!) { arguments { booleanListArgField(booleanListArg: $l) } }", "query listToNonNullList($l: [Boolean]) { arguments { booleanListArgField(booleanListArg: $l) } }",
        "query q($b: Boolean) { arguments { optionalNonNullBooleanArgField(optionalBooleanArg: $b) } }",
        "query q($b: Boolean = true) { arguments { nonNullBooleanArgField(nonNullBooleanArg: $b) } }",
        "query q($l: [Boolean!]) { booleanList(booleanListArg: $l) }", "query q($l: [Boolean]) { booleanList(booleanListArg: $l) }", "{ booleanList(booleanListArg: true) }",
        "\"about\" query q(\"v\" $b: Boolean) { arguments { booleanArgField(booleanArg: $b) } }", "\"\"\"about\"\"\" fragment f on Dog { name } { dog { ...f } }",
    ];
}
