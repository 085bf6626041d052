package org.yilianti.staff.recruitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import tools.jackson.databind.ObjectMapper;

/** The table of positions. */
@Repository
public class PositionRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    PositionRepository(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** Those of each of these campaigns, in its order. */
    Map<UUID, List<Position>> of(Collection<UUID> campaigns) {
        Map<UUID, List<Position>> found = new HashMap<>();
        if (!campaigns.isEmpty()) {
            jdbc.sql("""
                            select p.*, (select code from institution i where i.id = p.institution_id) as institution_code
                            from recruitment_position p where p.campaign_id in (:campaigns) order by p.position_no
                            """)
                    .param("campaigns", campaigns.stream().map(Ids::bytes).toList())
                    .query(row -> {
                        found.computeIfAbsent(Ids.uuid(row.getBytes("campaign_id")), none -> new ArrayList<>())
                                .add(position(row));
                    });
        }
        return found;
    }

    /** The number of each position of these campaigns, from 1 in each. */
    public Map<UUID, Integer> numbers(Collection<UUID> campaigns) {
        Map<UUID, Integer> numbers = new HashMap<>();
        if (!campaigns.isEmpty()) {
            jdbc.sql("select id, position_no from recruitment_position where campaign_id in (:campaigns)")
                    .param("campaigns", campaigns.stream().map(Ids::bytes).toList())
                    .query(row -> {
                        numbers.put(Ids.uuid(row.getBytes("id")), row.getInt("position_no"));
                    });
        }
        return numbers;
    }

    private Position position(ResultSet row) throws SQLException {
        return new Position(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("authorised_post_id")),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                json.readValue(row.getString("terms"), Position.Terms.class));
    }

    /** The positions of a draft, in place of those that it had. */
    void replace(Campaign campaign) {
        jdbc.sql("delete from recruitment_position where campaign_id = ?")
                .param(Ids.bytes(campaign.id()))
                .update();
        List<Object[]> values = new ArrayList<>();
        for (Position position : campaign.positions()) {
            values.add(new Object[] {
                Ids.bytes(position.id()),
                Ids.bytes(campaign.association()),
                Ids.bytes(campaign.id()),
                values.size() + 1,
                Ids.bytes(position.authorisedPost()),
                position.institution().id().bytes(),
                position.terms().openings(),
                json.writeValueAsString(position.terms())
            });
        }
        batches.batchUpdate("""
                insert into recruitment_position (id, association_id, campaign_id, position_no, authorised_post_id, institution_id,
                    openings, terms) values (?, ?, ?, ?, ?, ?, ?, ?)
                """, values);
    }

    /** Places of these authorised posts that other running campaigns have yet to fill. */
    Map<UUID, Long> promised(UUID campaign, Collection<UUID> posts) {
        Map<UUID, Long> promised = new HashMap<>();
        if (!posts.isEmpty()) {
            jdbc.sql("""
                            select p.authorised_post_id, sum(p.openings - (select count(*) from recruitment_application a
                                where a.position_id = p.id and a.state = 'appointed')) as places
                            from recruitment_position p join recruitment_campaign c on c.id = p.campaign_id
                            where p.authorised_post_id in (:posts) and p.campaign_id <> :campaign
                                and c.state in ('published', 'ranked', 'notice', 'offering')
                            group by p.authorised_post_id
                            """)
                    .param("posts", posts.stream().map(Ids::bytes).toList())
                    .param("campaign", Ids.bytes(campaign))
                    .query(row -> {
                        promised.put(Ids.uuid(row.getBytes("authorised_post_id")), row.getLong("places"));
                    });
        }
        return promised;
    }
}
