package org.yilianti.sample.association;

import java.util.Random;

/** Made-up names: a common surname and one or two given characters, with their pinyin. */
final class PersonNames {

    /** A name in Chinese and in pinyin, surname first. */
    record PersonName(String name, String latin) {}

    private static final String[] SURNAMES = words("""
            王 Wang 李 Li 张 Zhang 刘 Liu 陈 Chen 杨 Yang 黄 Huang 赵 Zhao 吴 Wu 周 Zhou 徐 Xu 孙 Sun 马 Ma 朱 Zhu 胡 Hu
            郭 Guo 何 He 林 Lin 高 Gao 罗 Luo 郑 Zheng 梁 Liang 谢 Xie 宋 Song 唐 Tang 许 Xu 韩 Han 邓 Deng 冯 Feng 曹 Cao
            彭 Peng 曾 Zeng 肖 Xiao 田 Tian 董 Dong 潘 Pan 袁 Yuan 蔡 Cai 蒋 Jiang 余 Yu 于 Yu 杜 Du 叶 Ye 程 Cheng 苏 Su
            魏 Wei 吕 Lü 丁 Ding 任 Ren 沈 Shen 姚 Yao 卢 Lu 姜 Jiang 崔 Cui 钟 Zhong 谭 Tan 陆 Lu 汪 Wang 范 Fan 金 Jin""");

    private static final String[] WOMEN = words("""
            秀 xiu 英 ying 丽 li 芳 fang 敏 min 静 jing 娟 juan 艳 yan 霞 xia 玲 ling 桂 gui 兰 lan 红 hong 梅 mei 琳 lin
            雪 xue 婷 ting 慧 hui 洁 jie 颖 ying 燕 yan 萍 ping 欣 xin 怡 yi 佳 jia 雨 yu 晓 xiao 思 si 梦 meng 瑶 yao""");

    private static final String[] MEN = words("""
            伟 wei 强 qiang 军 jun 勇 yong 杰 jie 涛 tao 明 ming 超 chao 刚 gang 平 ping 辉 hui 鹏 peng 华 hua 飞 fei 鑫 xin
            波 bo 斌 bin 宇 yu 浩 hao 凯 kai 建 jian 国 guo 志 zhi 文 wen 海 hai 峰 feng 林 lin 东 dong 俊 jun 博 bo""");

    private final Random random;

    PersonNames(Random random) {
        this.random = random;
    }

    PersonName next(boolean female) {
        String[] given = female ? WOMEN : MEN;
        // The product of two draws favours the front of the list, as common surnames do.
        int surname = 2 * (int) (random.nextDouble() * random.nextDouble() * SURNAMES.length / 2.0);
        int first = 2 * random.nextInt(given.length / 2);
        boolean two = random.nextInt(100) < 85;
        int second = 2 * random.nextInt(given.length / 2);
        String latin = SURNAMES[surname + 1] + " " + capital(given[first + 1]) + (two ? given[second + 1] : "");
        return new PersonName(SURNAMES[surname] + given[first] + (two ? given[second] : ""), latin);
    }

    private static String capital(String syllable) {
        return Character.toUpperCase(syllable.charAt(0)) + syllable.substring(1);
    }

    private static String[] words(String text) {
        return text.strip().split("\\s+", -1);
    }
}
