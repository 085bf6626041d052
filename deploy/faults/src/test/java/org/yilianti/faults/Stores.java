package org.yilianti.faults;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yilianti.local.database.DatabaseAccess;
import org.yilianti.local.platform.LocalPlatform;
import org.yilianti.local.platform.Module;

/** Direct access to the schema of each service, as its own user. */
record Stores(Map<Module, JdbcClient> schemas) {

    static Stores of(LocalPlatform platform) {
        Map<Module, JdbcClient> schemas = new HashMap<>();
        for (Module module : Module.values()) {
            DatabaseAccess access = platform.database(module);
            schemas.put(
                    module,
                    JdbcClient.create(new DriverManagerDataSource(access.jdbcUrl(), access.user(), access.password())));
        }
        return new Stores(schemas);
    }

    JdbcClient of(Module module) {
        return schemas.get(module);
    }

    long count(Module module, String sql) {
        return of(module).sql(sql).query(Long.class).single();
    }
}
