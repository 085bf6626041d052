package org.yilianti.staff.reward;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what is heard of rewards and punishments. */
@Service
public class RewardManagement {

    private final Rewards rewards;

    RewardManagement(Rewards rewards) {
        this.rewards = rewards;
    }

    /** Keeps what took effect, and takes back what was revoked. */
    @Transactional
    public void heard(List<HeardReward> news) {
        rewards.keep(news);
    }
}
