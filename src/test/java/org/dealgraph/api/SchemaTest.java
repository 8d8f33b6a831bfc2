package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AbstractDescribedNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Test
    void every_type_field_and_enum_value_is_described() throws IOException {
        TypeDefinitionRegistry all = new TypeDefinitionRegistry();
        try (Stream<Path> files = Files.list(Path.of("graphql"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".graphqls")).toList()) {
                all.merge(new SchemaParser().parse(Files.readString(file)));
            }
        }
        List<String> bare = Stream.of(
                        all.types().values().stream(),
                        all.objectTypeExtensions().values().stream().flatMap(List::stream),
                        all.scalars().values().stream()
                                .filter(scalar -> !ScalarInfo.isGraphqlSpecifiedScalar(scalar.getName())))
                .flatMap(definitions -> definitions)
                .flatMap(SchemaTest::parts)
                .toList();
        assertThat(all.types()).hasSizeGreaterThan(30);
        assertThat(bare).isEmpty();
    }

    /** Fields and their arguments. */
    private static Stream<AbstractDescribedNode<?>> fields(List<FieldDefinition> fields) {
        return fields.stream()
                .flatMap(field -> Stream.concat(Stream.of(field), field.getInputValueDefinitions().stream()));
    }

    /** The names of what has no description in a type; an extension is described where its type is. */
    private static Stream<String> parts(TypeDefinition<?> type) {
        Stream<? extends AbstractDescribedNode<?>> members = switch (type) {
            case ObjectTypeDefinition o -> fields(o.getFieldDefinitions());
            case InterfaceTypeDefinition i -> fields(i.getFieldDefinitions());
            case InputObjectTypeDefinition i -> i.getInputValueDefinitions().stream();
            case EnumTypeDefinition e -> e.getEnumValueDefinitions().stream();
            default -> Stream.empty();
        };
        return Stream.concat(
                        type instanceof ObjectTypeExtensionDefinition
                                ? Stream.of()
                                : Stream.of((AbstractDescribedNode<?>) type),
                        members)
                .filter(node -> node.getDescription() == null)
                .map(node -> type.getName() + "." + ((NamedNode<?>) node).getName());
    }
}
