package org.yilianti.incentive.payscheme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.yilianti.platform.problem.Violation;

/**
 * One named term of a pay scheme; its type says what it does.
 *
 * <p>Decimals are written as texts, so that no reader rounds them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PointTerm.StandardWorkload.class, name = "standard-workload"),
    @JsonSubTypes.Type(value = PointTerm.NightFactor.class, name = "night-factor"),
    @JsonSubTypes.Type(value = PointTerm.Quality.class, name = "quality"),
    @JsonSubTypes.Type(value = PointTerm.PostCoefficient.class, name = "post-coefficient"),
    @JsonSubTypes.Type(value = ShareTerm.GrassrootsPreference.class, name = "grassroots-preference"),
    @JsonSubTypes.Type(value = ShareTerm.Cap.class, name = "cap"),
    @JsonSubTypes.Type(value = ShareTerm.Floor.class, name = "floor"),
    @JsonSubTypes.Type(value = PostSalary.class, name = "post-salary"),
    @JsonSubTypes.Type(value = Allowance.RuralAllowance.class, name = "rural-allowance"),
    @JsonSubTypes.Type(value = Allowance.NightAllowance.class, name = "night-allowance"),
    @JsonSubTypes.Type(value = Allowance.EmergencyAllowance.class, name = "emergency-allowance"),
    @JsonSubTypes.Type(value = Allowance.RotationAllowance.class, name = "rotation-allowance"),
    @JsonSubTypes.Type(value = Allowance.MultiSiteAllowance.class, name = "multi-site-allowance")
})
public sealed interface PayTerm permits PointTerm, ShareTerm, PostSalary, Allowance {

    String CODE = "[a-z][a-z0-9-]{0,49}";

    /** Unique in its scheme. */
    String code();

    /** In Chinese. */
    String name();

    String nameEn();

    /** Whether it is an amount of its own, which comes off the pool before the rest is split by points. */
    default boolean isFixed() {
        return false;
    }

    /** What is wrong with its settings; empty when nothing is. */
    default Optional<Violation> problem() {
        return Optional.empty();
    }
}
