namespace GraphQL.Server.Tests.Reference;

/// <summary>Schemas that keep and break every rule of section 3.</summary>
internal static class SampleSchemas
{
    private const string Query = "type Query { f: Int }\n";

    public static List<string> All() =>
    [
        BigSchema,
        .. Good,
        .. Bad.Select(part => Query + part),
        .. Whole,
    ];

    /// <summary>A schema with everything, that documents are generated for.</summary>
    public const string BigSchema = """"
        """
        A shop, with
          everything that types can do.
        """
        schema @tagged(name: "shop") { query: Root mutation: Change subscription: Feed }

        directive @tagged(name: String! = "x", level: Level = LOW) repeatable on SCHEMA | FIELD_DEFINITION | OBJECT | FIELD | QUERY | VARIABLE_DEFINITION | INLINE_FRAGMENT
        directive @once("Why" reason: String) on FIELD | FRAGMENT_SPREAD | FRAGMENT_DEFINITION | MUTATION | SUBSCRIPTION

        scalar Anything
        scalar Url @specifiedBy(url: "https://example.com/\"url\"")

        "How much."
        enum Level { LOW "Some" MEDIUM HIGH @deprecated NONE @deprecated(reason: "Use LOW\nplease") }
        enum Color { RED GREEN BLUE }

        interface Node { id: ID! }
        interface Named implements Node { id: ID!  name(short: Boolean = false): String }
        interface Priced { price(currency: String = "EUR", rounding: Level): Float }

        type Root @tagged @tagged(name: "again") {
          "One by its id."
          node(id: ID!): Node
          nodes(ids: [ID!]!, filter: Filter = { level: LOW, tags: ["a"] }): [Node]!
          search(text: String!, first: Int = 10, by: By): [Result!]
          user(id: ID!, level: Level = MEDIUM): User
          users(first: Int!, after: String, "Which" filter: Filter): [User!]!
          product(id: ID!): Product
          named: Named
          priced: [Priced]
          anything(value: Anything, list: [Anything!]): Anything
          matrix(rows: [[Int!]!] = [[1, 2], [3]]): [[Int]!]
          color(color: Color! = RED): Color!
          old: String @deprecated(reason: "Gone")
          numbers(int: Int, float: Float, bool: Boolean, id: ID, string: String): String
        }

        type User implements Named & Node {
          id: ID!
          name(short: Boolean = false): String
          level: Level!
          friends(first: Int = 3, filter: Filter): [User!]
          best: User
          strictFriend: User!
          cart: [Product]
          emails: [String!]!
          address: Address
        }

        type Product implements Node & Priced {
          id: ID!
          price(currency: String = "EUR", rounding: Level): Float
          title: String!
          url: Url
          colors: [Color!]
          owner: User!
          related: [Product!]!
          level: Int
        }

        type Address { street: String city(upper: Boolean): String! country: Country }
        type Country { code: ID! name: String neighbours: [Country!] }

        union Result = User | Product | Address
        union Owner = | User

        input Filter { level: Level = LOW tags: [String!] range: Range and: [Filter!] not: Filter }
        input Range { min: Int = 0 max: Int! exclusive: Boolean! = false }
        input By @oneOf { id: ID name: String range: Range level: Level @deprecated }

        type Change {
          rename(id: ID!, name: String!): User
          add(product: NewProduct!): Product!
          remove(ids: [ID!]!): Int
        }

        input NewProduct { title: String! price: Float = 1.5 colors: [Color!] = [RED] meta: Anything owner: ID }

        type Feed { userChanged(id: ID!): User tick: Int! products(filter: Filter): [Product!] }

        extend type Address @tagged { zip: String }
        extend enum Color { BLACK }
        extend union Owner = Address
        extend input Range { step: Int }
        extend schema @tagged
        """";

    private static readonly string[] Good =
    [
        Query,
        "type Query { f(a: Int = 1, b: String = \"x\\ny\", c: [Int] = [1, 2], d: In = {x: 1, y: [null]}): Int } input In { x: Int y: [Int] }",
        "schema { query: Q } type Q { f: Query } type Query { f: Q }",
        "schema { query: Query mutation: Query2 } type Query { f: Int } type Query2 { f: Float }",
        "\"about\" schema { query: Query } type Query { \"\"\"\nlong \"quoted\"\n  indented\n\"\"\" f(\"arg\" a: Int \"other\" b: Int): Int \"end\\\\\" g: ID \" led\" h: Int }",
        Query + "\"a\\u0007b\" type T { f: Int }",
        Query + "interface A { f: A } interface B implements A { f: B } type T implements A & B { f: T }",
        Query + "input A { b: B } input B { a: A! }",
        Query + "input A @oneOf { a: A b: Int }",
        "type Query { __typename: Int }",
        "type Query { a: Boolean b: Float c: ID d: String } union U = Query type Mutation { a: Int } type Subscription { a: Int }",
        "extend type Query { g: Int } type Query { f: Int }",
        Query + "directive @d(a: Int = 3 @deprecated) repeatable on FIELD | QUERY",
        Query + "enum E { A B } type T { f(e: E = A, l: [E!]! = [A, B]): E } input I { e: E! = B }",
        Query + "type T { f: Int @deprecated(reason: \"\") g(a: Int @deprecated(reason: \"x\")): Int }",
        Query + "\"\" type T { \"\" f: Int }",
        Query + "input I { f: String = \"\"\"block\n  text\"\"\" g: [Float!] = [1.5, 2] h: ID = 7 }",
    ];

    private static readonly string[] Whole =
    [
        "type T { f: Int }",
        "scalar Query",
        "schema { query: Q } input Q { f: Int }",
        "schema { query: Q mutation: Q } type Q { f: Int }",
        "schema { query: Q mutation: Q subscription: Q } type Q { f: Int }",
        "schema { query: Q query: Q } type Q { f: Int }",
        "schema { query: Nope } type Query { f: Int }",
        "schema { query: Query } schema { query: Query } type Query { f: Int }",
        "type Query { f: Int } extend schema { mutation: M } type M { f: Int }",
        "schema { query: Query } extend schema { query: Query } type Query { f: Int }",
        "type Query",
        "type Query { f: In } input In { x: Int }",
        "type Query { f(a: Query): Int }",
        "type Query { f: ",
        "type Query { f: Int } }",
        "extend scalar Int @specifiedBy(url: \"x\") type Query { f: Int }",
    ];

    private static readonly string[] Bad =
    [
        "type T { f: Nope }", "type T { f: Quer }", "type T { f(a: Nope): Int }", "type T implements Nope { f: Int }", "union U = Nope", "input I { f: Nope }",
        "type T { f: Int f: Int }", "type T { f: Int } type T { g: Int }", "enum E { A A }", "input I { f: Int f: Int }", "type T { f(a: Int a: Int): Int }",
        "directive @d on FIELD directive @d on FIELD", "directive @d(a: Int a: Int) on FIELD", "type T { f: Int } extend type T { f: Int }",
        "extend type Nope { f: Int }", "extend input Query { f: Int }", "extend enum Query { A }", "type T", "interface I", "enum E", "input I", "union U",
        "type T { f: Int @nope }", "type T @deprecated { f: Int }", "type T { f: Int @deprecated @deprecated }", "type T { f: Int @deprecated(why: 1) }",
        "scalar S @specifiedBy", "scalar S @specifiedBy(url: \"a\", url: \"b\")", "type T { f(a: Int! @deprecated): Int }", "input I { f: Int! @deprecated }",
        "type __T { f: Int }", "type T { __f: Int }", "type T { f(__a: Int): Int }", "enum E { __A }", "input I { __f: Int }", "directive @__d on FIELD",
        "interface I { f: Int } type T implements I { g: Int }", "interface I { f: Int } type T implements I { f: String }",
        "interface I { f(a: Int): Int } type T implements I { f: Int }", "interface I { f(a: Int): Int } type T implements I { f(a: String): Int }",
        "interface I { f: Int } type T implements I { f(a: Int!): Int }", "interface I { f: Int } type T implements I & I { f: Int }",
        "interface I implements I { f: Int }", "interface A implements B { f: Int } interface B implements A { f: Int }",
        "interface A { f: Int } interface B implements A { f: Int } type T implements B { f: Int }", "type T implements Query { f: Int }",
        "interface I { f: Int } type T implements I { f: Int @deprecated }", "union U = Int", "union U = Query | Query", "input I @oneOf { f: Int! }",
        "input I @oneOf { f: Int = 1 }", "input A { a: A! }", "input A { b: B! } input B { c: C! } input C { a: A! d: A! }", "input A @oneOf { a: A }",
        "input A @oneOf { b: B } input B { a: A! }", "input A { a: A = {} }", "input A { b: B = {} } input B { a: A = {} }", "input A { l: [A] = [{}] }",
        "input I { f: Int = \"x\" }", "input I { f: Int! = null }", "input I { e: E = C } enum E { A B }", "type T { f(a: Int = 1.5): Int }",
        "type T { f(a: [Int!] = [1, null]): Int }", "input I { a: Int! b: Int } type T { f(i: I = {b: 1}): Int }", "input I { a: Int } type T { f(i: I = {c: 1}): Int }",
        "input I { a: Int } type T { f(i: I = 3): Int }", "directive @d(a: Int = \"s\") on FIELD", "directive @d(a: Query) on FIELD", "type T { f: Int @skip(if: true) }",
        "extend scalar Nope @specifiedBy(url: \"\")", "input I { f: E } enum E { A } extend input I { f: Int }", "type T { f(a: I = {x: 1, x: 2}): Int } input I { x: Int }",
        "type T implements I { f: Int } scalar I", "interface I { f: [Int!] } type T implements I { f: [Int] }", "input I { f: Int = 3000000000 }",
        "enum E { A } type T { f(e: E = \"A\"): E }", "type T { f(s: String = A): Int }", "extend type T { f: Int } input T { a: Int }",
    ];
}
