package org.yilianti.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a service documents is reached through the one door (G1). */
class DocumentedPathsTests {

    @ParameterizedTest
    @EnumSource(Service.class)
    void everyAddressThatAServiceDocumentsLeadsToIt(Service service) throws Exception {
        Path document = Path.of("..", "contracts", "openapi", service.wireName() + "-service.json");
        List<String> documented = JsonMapper.shared()
                .readTree(Files.readString(document))
                .path("paths")
                .propertyStream()
                .map(entry -> entry.getKey().replace("{service}", service.wireName()))
                .filter(path -> path.startsWith("/v1/"))
                .toList();
        List<PathPattern> patterns = service.patterns().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
        assertThat(documented).hasSizeGreaterThan(40);
        assertThat(documented)
                .filteredOn(
                        path -> patterns.stream().noneMatch(pattern -> pattern.matches(PathContainer.parsePath(path))))
                .isEmpty();
    }
}
